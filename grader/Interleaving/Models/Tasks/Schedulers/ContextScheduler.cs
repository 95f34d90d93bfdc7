using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>Posts each task to a SynchronizationContext.</summary>
internal sealed class ContextScheduler(SynchronizationContext context) : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    protected override void QueueTask(Task task) =>
        SynchronizationContextModel.Post(context, state => Own.Run(this, (Task)state!), task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        ReferenceEquals(Operation.Current?.Context, context) && Own.Run(this, task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
