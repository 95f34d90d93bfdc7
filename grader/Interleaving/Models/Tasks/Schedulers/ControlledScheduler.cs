using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>Makes an operation of every task that is queued to it.</summary>
internal sealed class ControlledScheduler : TaskScheduler
{
    /// <summary>What a task started here is called; set around the call that queues it.</summary>
    [ThreadStatic]
    private static string? nextName;

    public static ControlledScheduler Instance { get; } = new();

    /// <summary>Tasks made here hide their scheduler: code that is not woven must find the default one.</summary>
    public const TaskCreationOptions Options = TaskCreationOptions.HideScheduler;

    public static T Named<T>(string name, Func<T> queue)
    {
        nextName = name;
        try
        {
            return queue();
        }
        finally
        {
            nextName = null;
        }
    }

    protected override void QueueTask(Task task)
    {
        var name = nextName ?? "Task";
        if (Operation.Current is { } operation)
        {
            operation.Execution.Spawn(operation.Execution.NameFor(name), () => TryExecuteTask(task)).IsThread =
                task.CreationOptions.HasFlag(TaskCreationOptions.LongRunning);
        }
        else
            ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && Own.Run(this, task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];
}
