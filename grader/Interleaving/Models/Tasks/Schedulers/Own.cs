using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>Schedulers other than the default one, and the platform's ways to them.</summary>
internal static class Own
{
    /// <summary>The scheduler given, or else the one that the current task runs on; null when that is the default one.</summary>
    public static TaskScheduler? Scheduler(TaskScheduler? given)
    {
        var scheduler = given ?? TaskScheduler.Current;
        return ReferenceEquals(scheduler, TaskScheduler.Default) || scheduler is ControlledScheduler or InlineScheduler ? null : scheduler;
    }

    /// <summary>Runs a task under its scheduler, to its very end: what goes on inside its completion does so under that scheduler as well.</summary>
    public static bool Run(TaskScheduler self, Task task)
    {
        if (Operation.Current is not { } operation)
            return TryExecuteTask(self, task);
        var before = operation.Scheduler;
        operation.Scheduler = Scheduler(self);
        try
        {
            return TryExecuteTask(self, task);
        }
        finally
        {
            operation.Scheduler = before;
        }
    }

    /// <summary>Runs a task that was never queued, if the scheduler lets it; else leaves it as it was.</summary>
    public static bool TryRunAtOnce(TaskScheduler self, Task cold)
    {
        ref var scheduler = ref SchedulerOf(cold);
        scheduler = self;
        if (TryRunInline(self, cold, taskWasPreviouslyQueued: false))
            return true;
        scheduler = null;
        return false;
    }

    /// <summary>One that waits for a task may run it itself, if the task's scheduler lets it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    public static extern bool TryRunInline(TaskScheduler self, Task task, bool taskWasPreviouslyQueued);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "m_taskScheduler")]
    private static extern ref TaskScheduler? SchedulerOf(Task task);

    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern bool TryExecuteTask(TaskScheduler self, Task task);
}
