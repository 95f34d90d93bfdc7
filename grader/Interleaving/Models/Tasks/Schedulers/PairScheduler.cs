using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>
/// One side of a <see cref="ConcurrentExclusiveSchedulerPair"/>. The program holds it, so no field of it leads to the engine: its
/// pair is what the execution knows of it.
/// </summary>
internal sealed class PairScheduler(bool isExclusive) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => isExclusive ? 1 : Pair?.MostAtOnce ?? int.MaxValue;

    public void Execute(Operation operation, Task task)
    {
        var inside = Pair!.Inside(isExclusive);
        inside.Add(operation);
        Own.Run(this, task);
        inside.Remove(operation);
    }

    protected override void QueueTask(Task task) => Pair!.Queue(task, isExclusive);

    /// <summary>A task of this side that waits for another one may run it, since it already counts.</summary>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        Operation.Current is { } operation && Pair!.Inside(isExclusive).Contains(operation) && Own.Run(this, task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private PairState? Pair => Operation.Current?.State<PairState>(
        this, static _ => throw new NotSupportedException("A scheduler that was created in another execution."));
}
