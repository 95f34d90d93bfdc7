using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>ContinueWith: the continuation is an operation of its own, or runs inside the completion when that is asked for.</content>
internal static partial class TaskModel
{
    public static Task ContinueWith(Task self, Action<Task> action) => Continue(self, action, default, default);

    public static Task ContinueWith(Task self, Action<Task> action, CancellationToken token) =>
        Continue(self, action, token, default);

    public static Task ContinueWith(Task self, Action<Task> action, TaskContinuationOptions options) =>
        Continue(self, action, default, options);

    public static Task ContinueWith(Task self, Action<Task> action, TaskScheduler scheduler) =>
        Continue(self, action, default, default, scheduler);

    public static Task ContinueWith(
        Task self, Action<Task> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Continue(self, action, token, options, scheduler);

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state) =>
        Continue(self, task => action(task, state), default, default);

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state, CancellationToken token) =>
        Continue(self, task => action(task, state), token, default);

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state, TaskContinuationOptions options) =>
        Continue(self, task => action(task, state), default, options);

    public static Task ContinueWith(
        Task self,
        Action<Task, object?> action,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) => Continue(self, task => action(task, state), token, options, scheduler);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function) => Continue(self, function, default, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, CancellationToken token) =>
        Continue(self, function, token, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, TaskContinuationOptions options) =>
        Continue(self, function, default, options);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, TaskScheduler scheduler) =>
        Continue(self, function, default, default, scheduler);

    public static Task<T> ContinueWith<T>(
        Task self, Func<Task, T> function, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Continue(self, function, token, options, scheduler);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, object?, T> function, object? state) =>
        Continue(self, task => function(task, state), default, default);

    internal static Task Continue(
        Task self, Action<Task> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler = null)
    {
        if (Operation.Current is null)
            return self.ContinueWith(action, token, options, scheduler ?? TaskScheduler.Current);
        var wrapper = new TaskBody();
        if (Own.Scheduler(scheduler) is { } own)
            return On(own, wrapper.Bind(self.ContinueWith(task => wrapper.Run(() => action(Seen(task))), token, options, own)));
        return wrapper.Bind(ControlledScheduler.Named("ContinueWith", () => self.ContinueWith(
            task => wrapper.Run(() => action(Seen(task))), token, Hidden(options), ControlledScheduler.Instance)));
    }

    internal static Task<T> Continue<T>(
        Task self, Func<Task, T> function, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler = null)
    {
        if (Operation.Current is null)
            return self.ContinueWith(function, token, options, scheduler ?? TaskScheduler.Current);
        var wrapper = new TaskBody();
        if (Own.Scheduler(scheduler) is { } own)
            return On(own, wrapper.Bind(self.ContinueWith(task => wrapper.Run(() => function(Seen(task))), token, options, own)));
        return wrapper.Bind(ControlledScheduler.Named("ContinueWith", () => self.ContinueWith(
            task => wrapper.Run(() => function(Seen(task))), token, Hidden(options), ControlledScheduler.Instance)));
    }

    /// <summary>Where only the default scheduler is modelled; another one would take work out of control.</summary>
    internal static void RefuseScheduler(TaskScheduler? scheduler, string where)
    {
        if (scheduler is null || Own.Scheduler(scheduler) is null)
            return;
        var operation = Operation.Current!;
        operation.Execution.Fail(operation, FailureKind.Unsupported, Messages.OwnScheduler(operation, where));
        operation.ThrowAborted();
    }

    private static TTask On<TTask>(TaskScheduler own, TTask task)
        where TTask : Task
    {
        TaskSync.Of(Operation.Current!.Execution, task).Scheduler = own;
        return task;
    }

    private static TaskContinuationOptions Hidden(TaskContinuationOptions options) =>
        options | TaskContinuationOptions.HideScheduler;

    private static Task Seen(Task task)
    {
        var operation = Operation.Current!;
        TaskSync.Of(operation.Execution, task).Acquire(operation);
        return task;
    }
}
