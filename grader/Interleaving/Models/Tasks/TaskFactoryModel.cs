using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Task.Factory: only its default configuration is modelled.</summary>
[Models(typeof(TaskFactory), Passes = ["get_CancellationToken", "get_CreationOptions", "get_ContinuationOptions", "get_Scheduler"])]
internal static class TaskFactoryModel
{
    private const string Name = "StartNew";

    public static Task StartNew(TaskFactory self, Action action) => Start(action, default, default, null);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token) => Start(action, token, default, null);

    public static Task StartNew(TaskFactory self, Action action, TaskCreationOptions options) => Start(action, default, options, null);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) => Start(action, token, options, scheduler);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state) =>
        Start(() => action(state), default, default, null);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token) =>
        Start(() => action(state), token, default, null);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, TaskCreationOptions options) =>
        Start(() => action(state), default, options, null);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(() => action(state), token, options, scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function) =>
        Start(function, default, default, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token) =>
        Start(function, token, default, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, TaskCreationOptions options) =>
        Start(function, default, options, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(function, token, options, scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state) =>
        Start(() => function(state), default, default, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token) =>
        Start(() => function(state), token, default, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, TaskCreationOptions options) =>
        Start(() => function(state), default, options, null);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(() => function(state), token, options, scheduler);

    private static Task Start(Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler)
    {
        if (Operation.Current is null)
            return Task.Factory.StartNew(action, token, options, scheduler ?? TaskScheduler.Current);
        TaskModel.RefuseScheduler(scheduler);
        return TaskBody.Start(Name, action, token, options);
    }

    private static Task<T> Start<T>(Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler)
    {
        if (Operation.Current is null)
            return Task.Factory.StartNew(function, token, options, scheduler ?? TaskScheduler.Current);
        TaskModel.RefuseScheduler(scheduler);
        return TaskBody.Start(Name, function, token, options);
    }
}
