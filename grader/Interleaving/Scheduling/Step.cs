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
internal readonly record struct Step(StepKind Kind, object? Target, nint Offset, int Site)
{
    public bool DependsOn(in Step other) =>
        Target is not null && ReferenceEquals(Target, other.Target) && Offset == other.Offset
        && (Kind != StepKind.Read || other.Kind != StepKind.Read);
}
