namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>
/// Runs a continuation at once, on the thread that completes the task, whatever options the task has: so the engine hears
/// of every completion in time. (A continuation that went to the thread pool would come late and look like a deadlock.)
/// </summary>
internal sealed class InlineScheduler : TaskScheduler
{
    public static InlineScheduler Instance { get; } = new();

    protected override void QueueTask(Task task) => TryExecuteTask(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
