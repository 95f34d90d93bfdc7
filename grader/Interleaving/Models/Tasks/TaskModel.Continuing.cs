using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>ContinueWith: the continuation is an operation of its own, or runs inside the completion when that is asked for.</content>
internal static partial class TaskModel
{
    public static Task ContinueWith(Task self, Action<Task> action) => Continue(self, Checked(action), null, default, default);

    public static Task ContinueWith(Task self, Action<Task> action, CancellationToken token) =>
        Continue(self, Checked(action), null, token, default);

    public static Task ContinueWith(Task self, Action<Task> action, TaskContinuationOptions options) =>
        Continue(self, Checked(action), null, default, options);

    public static Task ContinueWith(Task self, Action<Task> action, TaskScheduler scheduler) =>
        Continue(self, Checked(action), null, default, default, Given(scheduler));

    public static Task ContinueWith(
        Task self, Action<Task> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Continue(self, Checked(action), null, token, options, Given(scheduler));

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state) =>
        Continue(self, Checked(action, state), state, default, default);

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state, CancellationToken token) =>
        Continue(self, Checked(action, state), state, token, default);

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state, TaskContinuationOptions options) =>
        Continue(self, Checked(action, state), state, default, options);

    public static Task ContinueWith(
        Task self,
        Action<Task, object?> action,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) => Continue(self, Checked(action, state), state, token, options, Given(scheduler));

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function) => Continue(self, Checked(function), null, default, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, CancellationToken token) =>
        Continue(self, Checked(function), null, token, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, TaskContinuationOptions options) =>
        Continue(self, Checked(function), null, default, options);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, T> function, TaskScheduler scheduler) =>
        Continue(self, Checked(function), null, default, default, Given(scheduler));

    public static Task<T> ContinueWith<T>(
        Task self, Func<Task, T> function, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Continue(self, Checked(function), null, token, options, Given(scheduler));

    public static Task<T> ContinueWith<T>(Task self, Func<Task, object?, T> function, object? state) =>
        Continue(self, Checked(function, state), state, default, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, object?, T> function, object? state, CancellationToken token) =>
        Continue(self, Checked(function, state), state, token, default);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, object?, T> function, object? state, TaskContinuationOptions options) =>
        Continue(self, Checked(function, state), state, default, options);

    public static Task<T> ContinueWith<T>(Task self, Func<Task, object?, T> function, object? state, TaskScheduler scheduler) =>
        Continue(self, Checked(function, state), state, default, default, Given(scheduler));

    public static Task<T> ContinueWith<T>(
        Task self,
        Func<Task, object?, T> function,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) => Continue(self, Checked(function, state), state, token, options, Given(scheduler));

    public static Task ContinueWith(Task self, Action<Task, object?> action, object? state, TaskScheduler scheduler) =>
        Continue(self, Checked(action, state), state, default, default, Given(scheduler));

    internal static Task Continue(
        Task self,
        Action<Task> action,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler? scheduler = null)
    {
        if (Operation.Current is not { } operation)
            return self.ContinueWith((task, _) => action(task), state, token, options, scheduler ?? TaskScheduler.Current);
        var wrapper = new TaskBody();
        var given = HandedOver(operation);
        if (Own.Scheduler(scheduler) is { } own)
            return On(own, wrapper.Bind(self.ContinueWith((task, _) => wrapper.Run(() => action(Seen(task, given))), state, token, options, own)));
        return wrapper.Bind(ControlledScheduler.Named("ContinueWith", () => self.ContinueWith(
            (task, _) => wrapper.Run(() => action(Seen(task, given))), state, token, Hidden(options), ControlledScheduler.Instance)));
    }

    internal static Task<T> Continue<T>(
        Task self,
        Func<Task, T> function,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler? scheduler = null)
    {
        if (Operation.Current is not { } operation)
            return self.ContinueWith((task, _) => function(task), state, token, options, scheduler ?? TaskScheduler.Current);
        var wrapper = new TaskBody();
        var given = HandedOver(operation);
        if (Own.Scheduler(scheduler) is { } own)
            return On(own, wrapper.Bind(self.ContinueWith((task, _) => wrapper.Run(() => function(Seen(task, given))), state, token, options, own)));
        return wrapper.Bind(ControlledScheduler.Named("ContinueWith", () => self.ContinueWith(
            (task, _) => wrapper.Run(() => function(Seen(task, given))), state, token, Hidden(options), ControlledScheduler.Instance)));
    }

    internal static Action<Task> Checked<TTask>(Action<TTask> continuationAction)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(continuationAction);
        return task => continuationAction((TTask)task);
    }

    internal static Action<Task> Checked<TTask>(Action<TTask, object?> continuationAction, object? state)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(continuationAction);
        return task => continuationAction((TTask)task, state);
    }

    internal static Func<Task, T> Checked<TTask, T>(Func<TTask, T> continuationFunction)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return task => continuationFunction((TTask)task);
    }

    internal static Func<Task, T> Checked<TTask, T>(Func<TTask, object?, T> continuationFunction, object? state)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(continuationFunction);
        return task => continuationFunction((TTask)task, state);
    }

    /// <summary>A scheduler that is given must be one; the engine takes null for the current one.</summary>
    internal static TaskScheduler Given(TaskScheduler scheduler) => scheduler ?? throw new ArgumentNullException(nameof(scheduler));

    /// <summary>Where only the default scheduler is modelled; another one would take work out of control.</summary>
    internal static void RefuseScheduler(TaskScheduler? scheduler, string where)
    {
        if (scheduler is null || Own.Scheduler(scheduler) is null)
            return;
        var operation = Operation.Current!;
        operation.Execution.Fail(operation, FailureKind.Unsupported, Refusals.OwnScheduler(operation, where));
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

    /// <summary>What was done before the continuation was handed over. Whoever runs it, inside a completion as well, has it from there.</summary>
    private static SyncState HandedOver(Operation operation)
    {
        var given = new SyncState();
        given.Release(operation);
        return given;
    }

    private static Task Seen(Task task, SyncState given)
    {
        var operation = Operation.Current!;
        given.Acquire(operation);
        TaskSync.Of(operation.Execution, task).Acquire(operation);
        return task;
    }
}
