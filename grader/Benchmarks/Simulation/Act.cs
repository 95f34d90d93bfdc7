namespace Benchmarks.Simulation;

/// <summary>One event of a simulated thread.</summary>
/// <param name="On">The variable, lock or thread that it acts on.</param>
/// <param name="Reads">Whether it only reads it.</param>
/// <param name="CanRun">Whether it can be taken now; null for always.</param>
/// <param name="Effect">What taking it does, before the thread goes on to its next event.</param>
internal readonly record struct Act(string On, bool Reads = false, Func<bool>? CanRun = null, Action? Effect = null)
{
    public static Act Read(string variable) => new(variable, Reads: true);

    public static Act Write(string variable) => new(variable);

    /// <summary>Whether an event on this starts a thread or waits for it: nothing that two could do in either order.</summary>
    public static bool IsThread(string on) => on.StartsWith("thread ", StringComparison.Ordinal);

    public bool DependsOn(in Act other) => On == other.On && !(Reads && other.Reads);
}
