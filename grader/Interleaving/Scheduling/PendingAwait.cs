namespace Interleaving.Scheduling;

/// <summary>An async method that has given its thread back.</summary>
/// <param name="Site">Where it awaits.</param>
/// <param name="Task">What it awaits; null when that is no task.</param>
internal abstract record PendingAwait(int Site, Task? Task)
{
    /// <summary>The context that the rest of the method was posted to, and has not run it yet; null before that.</summary>
    public SynchronizationContext? Posted { get; set; }

    /// <summary>Whether nothing under control has said that it would complete the task.</summary>
    public abstract bool IsForeign(Execution execution);
}
