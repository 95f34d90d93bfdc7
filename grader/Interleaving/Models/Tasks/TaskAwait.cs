using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <inheritdoc/>
internal sealed record TaskAwait(int Site, Task? Task) : PendingAwait(Site, Task)
{
    public override bool IsForeign(Execution execution) => Task is { IsCompleted: false } task && !TaskSync.Of(execution, task).IsControlled;
}
