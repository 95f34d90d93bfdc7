using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>
/// The default scheduler starts operations. One of the program's own is woven code like any other: what it does with the
/// tasks that are queued to it, and on which operation it runs them, is its own affair.
/// </summary>
[Models(typeof(TaskScheduler), Passes =
[
    "get_Default", "get_MaximumConcurrencyLevel", "QueueTask", "TryDequeue", "TryExecuteTaskInline", "GetScheduledTasks",
])]
internal static class TaskSchedulerModel
{
    private static readonly object CountKey = new();

    public static TaskScheduler get_Current() => Own.Scheduler(null) ?? TaskScheduler.Default;

    /// <exception cref="InvalidOperationException">There is no context.</exception>
    public static TaskScheduler FromCurrentSynchronizationContext()
    {
        if (Operation.Current is not { } operation)
            return TaskScheduler.FromCurrentSynchronizationContext();
        return operation.Context is { } context
            ? new ContextScheduler(context)
            : throw new InvalidOperationException("The current SynchronizationContext may not be used as a TaskScheduler.");
    }

    /// <summary>Whoever comes first runs the task: it may be in more than one queue.</summary>
    public static bool TryExecuteTask(TaskScheduler self, Task task)
    {
        Operation.Current?.Arrive(task);
        return Own.Run(self, task);
    }

    /// <summary>The platform counts through the whole process; here, the default scheduler is 1, and each execution counts anew.</summary>
    public static int get_Id(TaskScheduler self)
    {
        if (Operation.Current is not { } operation)
            return self.Id;
        if (ReferenceEquals(self, TaskScheduler.Default))
            return 1;
        var execution = operation.Execution;
        return execution.State(self, _ => new Number(++execution.State(CountKey, static _ => new Count()).Last)).Value;
    }

    private sealed record Number(int Value);

    private sealed class Count
    {
        public int Last { get; set; } = 1;
    }
}
