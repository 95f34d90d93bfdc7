using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Task.Factory, and factories of the program's own: each call falls back on what its factory was made with.</summary>
[Models(typeof(TaskFactory), Passes = [".ctor", "get_CancellationToken", "get_CreationOptions", "get_ContinuationOptions", "get_Scheduler"])]
internal static class TaskFactoryModel
{
    private const string Name = "StartNew";

    public static Task StartNew(TaskFactory self, Action action) => StartNew(self, action, self.CancellationToken);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token) =>
        Start(action, token, self.CreationOptions, self.Scheduler);

    public static Task StartNew(TaskFactory self, Action action, TaskCreationOptions options) =>
        Start(action, self.CancellationToken, options, self.Scheduler);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(action, token, options, scheduler);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state) => StartNew(self, () => action(state));

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token) =>
        StartNew(self, () => action(state), token);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, TaskCreationOptions options) =>
        StartNew(self, () => action(state), options);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(() => action(state), token, options, scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function) => StartNew(self, function, self.CancellationToken);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token) =>
        Start(function, token, self.CreationOptions, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, TaskCreationOptions options) =>
        Start(function, self.CancellationToken, options, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(function, token, options, scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state) => StartNew(self, () => function(state));

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token) =>
        StartNew(self, () => function(state), token);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, TaskCreationOptions options) =>
        StartNew(self, () => function(state), options);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(() => function(state), token, options, scheduler);

    public static Task ContinueWhenAll(TaskFactory self, Task[] tasks, Action<Task[]> continuationAction) =>
        TaskModel.Continue(TaskCombinators.WhenAll(tasks), _ => continuationAction(tasks), self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory self, Task[] tasks, Func<Task[], T> continuationFunction) =>
        TaskModel.Continue(TaskCombinators.WhenAll(tasks), _ => continuationFunction(tasks), self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAny(TaskFactory self, Task[] tasks, Action<Task> continuationAction) =>
        TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => continuationAction(((Task<Task>)any).Result), self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory self, Task[] tasks, Func<Task, T> continuationFunction) =>
        TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => continuationFunction(((Task<Task>)any).Result), self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    internal static Task<T> Start<T>(Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler) =>
        Operation.Current is null
            ? Task.Factory.StartNew(function, token, options, scheduler ?? TaskScheduler.Current)
            : TaskBody.Start(Name, function, token, options, Own.Scheduler(scheduler));

    private static Task Start(Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler) =>
        Operation.Current is null
            ? Task.Factory.StartNew(action, token, options, scheduler ?? TaskScheduler.Current)
            : TaskBody.Start(Name, action, token, options, Own.Scheduler(scheduler));
}
