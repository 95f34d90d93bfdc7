namespace Interleaving.Scheduling;

/// <summary>An async method that has given its thread back.</summary>
/// <param name="Site">Where it awaits.</param>
/// <param name="Task">What it awaits; null when that is no task.</param>
internal sealed record PendingAwait(int Site, Task? Task)
{
    /// <summary>The context that the rest of the method was posted to, and has not run it yet; null before that.</summary>
    public SynchronizationContext? Posted { get; set; }
}
