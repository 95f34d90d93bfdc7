namespace Interleaving.Scheduling;

internal enum StepKind
{
    /// <summary>Reads memory.</summary>
    Read,

    /// <summary>Writes memory.</summary>
    Write,

    /// <summary>Acts on a synchronisation object (lock, semaphore, task, atomic variable…).</summary>
    Sync,

    /// <summary>Says that others should run (Thread.Yield, SpinWait): continuing at once is pointless.</summary>
    Pause,

    /// <summary>Starts to run.</summary>
    Start,
}

/// <summary>
/// What an operation is about to do. Two steps of different operations depend on each other when they act on
/// one location (<paramref name="Target"/> and <paramref name="Offset"/>) and not both only read it.
/// </summary>
/// <param name="Kind">What it does.</param>
/// <param name="Target">The object it acts on; null when that is not known.</param>
/// <param name="Offset">The location in the object.</param>
/// <param name="Site">Where in the source.</param>
/// <param name="Plain">
/// Whether it is an ordinary access to memory: in a program without data races nobody can tell whether others ran right
/// before it or at the synchronisation before.
/// </param>
/// <param name="Waits">
/// Whether it has to wait first, as things are, with no limit of time, and nobody can tell one who waits from one who is about to.
/// </param>
internal readonly record struct Step(StepKind Kind, object? Target, nint Offset, int Site, bool Plain = false, bool Waits = false)
{
    /// <summary>The offset that stands for "all of this object"; no field has it.</summary>
    public const nint WholeObject = -1;

    public bool DependsOn(in Step other) =>
        Target is not null && ReferenceEquals(Target, other.Target)
        && (Offset == other.Offset || Offset == WholeObject || other.Offset == WholeObject)
        && (Kind != StepKind.Read || other.Kind != StepKind.Read);
}
