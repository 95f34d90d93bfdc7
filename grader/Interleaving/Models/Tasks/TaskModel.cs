using System.Runtime.CompilerServices;
using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>Starting tasks, and the properties that look at one.</content>
[Models(typeof(Task), Passes =
[
    "get_CompletedTask", "FromResult", "FromException", "FromCanceled", "GetAwaiter", "ConfigureAwait", "get_AsyncState",
    "get_Factory", "Dispose", "Equals", "GetHashCode", "ToString", "GetType",
])]
internal static partial class TaskModel
{
    private const string Name = "Task.Run";

    public static Task Run(Action action) => Run(action, default);

    public static Task Run(Action action, CancellationToken token) =>
        Operation.Current is null || action is null ? Task.Run(action!, token) : TaskBody.Start(Name, action, token);

    public static Task<T> Run<T>(Func<T> function) => Run(function, default);

    public static Task<T> Run<T>(Func<T> function, CancellationToken token) =>
        Operation.Current is null || function is null ? Task.Run(function!, token) : TaskBody.Start(Name, function, token);

    public static Task Run(Func<Task?> function) => Run(function, default);

    public static Task Run(Func<Task?> function, CancellationToken token) =>
        Operation.Current is null || function is null || token.IsCancellationRequested
            ? Task.Run(function!, token)
            : TaskCombinators.Unwrap(TaskBody.Start(Name, () => Begin(function, CancelledWait.Ended), token)!);

    public static Task<T> Run<T>(Func<Task<T>?> function) => Run(function, default);

    public static Task<T> Run<T>(Func<Task<T>?> function, CancellationToken token) =>
        Operation.Current is null || function is null || token.IsCancellationRequested
            ? Task.Run(function!, token)
            : TaskCombinators.Unwrap(TaskBody.Start(Name, () => Begin(function, CancelledWait.Ended<T>), token)!);

    public static Task New(Action action) => New(action, default, default);

    public static Task New(Action action, CancellationToken token) => New(action, token, default);

    public static Task New(Action action, TaskCreationOptions options) => New(action, default, options);

    public static Task New(Action action, CancellationToken token, TaskCreationOptions options) =>
        Operation.Current is null || action is null ? new Task(action!, token, options) : TaskBody.Cold(action, null, token, options);

    public static Task New(Action<object?> action, object? state) => New(action, state, default, default);

    public static Task New(Action<object?> action, object? state, CancellationToken token) => New(action, state, token, default);

    public static Task New(Action<object?> action, object? state, TaskCreationOptions options) => New(action, state, default, options);

    public static Task New(Action<object?> action, object? state, CancellationToken token, TaskCreationOptions options) =>
        Operation.Current is null || action is null
            ? new Task(action!, state, token, options)
            : TaskBody.Cold(() => action(state), state, token, options);

    public static Task<T> New<T>(Func<T> function) => New(function, default, default);

    public static Task<T> New<T>(Func<T> function, CancellationToken token) => New(function, token, default);

    public static Task<T> New<T>(Func<T> function, TaskCreationOptions options) => New(function, default, options);

    public static Task<T> New<T>(Func<T> function, CancellationToken token, TaskCreationOptions options) =>
        Operation.Current is null || function is null
            ? new Task<T>(function!, token, options)
            : TaskBody.Cold(function, null, token, options);

    public static Task<T> New<T>(Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options) =>
        Operation.Current is null || function is null
            ? new Task<T>(function!, state, token, options)
            : TaskBody.Cold(() => function(state), state, token, options);

    public static void Start(Task self) => Start(self, TaskScheduler.Current);

    public static void Start(Task self, TaskScheduler scheduler)
    {
        if (Operation.Current is not { } operation)
            self.Start(scheduler);
        else if (Own.Scheduler(scheduler) is not { } own)
            ControlledScheduler.Named("Task", () => Started(self));
        else
        {
            TaskSync.Of(operation.Execution, self).Scheduler = own;
            self.Start(own);
        }
    }

    public static void RunSynchronously(Task self) => RunSynchronously(self, TaskScheduler.Current);

    public static void RunSynchronously(Task self, TaskScheduler scheduler)
    {
        if (Operation.Current is null)
            self.RunSynchronously(scheduler);
        else
            self.RunSynchronously(Own.Scheduler(scheduler) ?? InlineScheduler.Instance);
    }

    public static bool get_IsCompleted(Task self) => Look(self).IsCompleted;

    public static bool get_IsCompletedSuccessfully(Task self) => Look(self).IsCompletedSuccessfully;

    public static bool get_IsFaulted(Task self) => Look(self).IsFaulted;

    public static bool get_IsCanceled(Task self) => Look(self).IsCanceled;

    public static TaskStatus get_Status(Task self) => Look(self).Status;

    public static AggregateException? get_Exception(Task self) => Look(self).Exception;

    /// <summary>As the program gave them: that the scheduler is hidden is the engine's doing.</summary>
    public static TaskCreationOptions get_CreationOptions(Task self) =>
        Operation.Current is null ? self.CreationOptions : self.CreationOptions & ~ControlledScheduler.Options;

    public static YieldAwaitable Yield() => Task.Yield();

    /// <summary>The platform takes a function that throws for a cancellation for a task that is cancelled.</summary>
    private static TTask? Begin<TTask>(Func<TTask?> function, Func<OperationCanceledException, TTask> cancelled)
        where TTask : Task
    {
        try
        {
            return function();
        }
        catch (OperationCanceledException e)
        {
            return cancelled(e);
        }
    }

    private static Task Started(Task task)
    {
        task.Start(ControlledScheduler.Instance);
        return task;
    }

    private static Task Look(Task task)
    {
        if (Operation.Current is { } operation)
            TaskSync.Look(operation, task, asks: true);
        return task;
    }
}
