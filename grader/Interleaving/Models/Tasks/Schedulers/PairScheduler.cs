using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>One side of a <see cref="ConcurrentExclusiveSchedulerPair"/>.</summary>
internal sealed class PairScheduler(PairState pair, bool isExclusive) : TaskScheduler
{
    private readonly HashSet<Operation> inside = [];

    public override int MaximumConcurrencyLevel => pair.MostAtOnce(isExclusive);

    public void Execute(Operation operation, Task task)
    {
        inside.Add(operation);
        TryExecuteTask(task);
        inside.Remove(operation);
    }

    protected override void QueueTask(Task task) => pair.Queue(task, isExclusive);

    /// <summary>A task of this side that waits for another one may run it, since it already counts.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Operation.Current is { } operation && inside.Contains(operation) && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
