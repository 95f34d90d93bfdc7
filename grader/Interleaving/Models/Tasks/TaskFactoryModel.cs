using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Task.Factory, and factories of the program's own: each call falls back on what its factory was made with.</summary>
[Models(typeof(TaskFactory), Passes = [".ctor", "get_CancellationToken", "get_CreationOptions", "get_ContinuationOptions", "get_Scheduler"])]
internal static partial class TaskFactoryModel
{
    private const string Name = "StartNew";

    public static Task StartNew(TaskFactory self, Action action) => StartNew(self, action, self.CancellationToken);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token) =>
        Start(action, token, self.CreationOptions, self.Scheduler);

    public static Task StartNew(TaskFactory self, Action action, TaskCreationOptions options) =>
        Start(action, self.CancellationToken, options, self.Scheduler);

    public static Task StartNew(TaskFactory self, Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(action, token, options, TaskModel.Given(scheduler));

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state) => Start(With(action, state), self.CancellationToken, self.CreationOptions, self.Scheduler, state);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token) =>
        Start(With(action, state), token, self.CreationOptions, self.Scheduler, state);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, TaskCreationOptions options) =>
        Start(With(action, state), self.CancellationToken, options, self.Scheduler, state);

    public static Task StartNew(TaskFactory self, Action<object?> action, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(With(action, state), token, options, TaskModel.Given(scheduler), state);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function) => StartNew(self, function, self.CancellationToken);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token) =>
        Start(function, token, self.CreationOptions, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, TaskCreationOptions options) =>
        Start(function, self.CancellationToken, options, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory self, Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(function, token, options, TaskModel.Given(scheduler));

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state) => Start(With(function, state), self.CancellationToken, self.CreationOptions, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token) =>
        Start(With(function, state), token, self.CreationOptions, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, TaskCreationOptions options) =>
        Start(With(function, state), self.CancellationToken, options, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory self, Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        Start(With(function, state), token, options, TaskModel.Given(scheduler), state);

    internal static Task<T> Start<T>(
        Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler, object? state = null) =>
        Operation.Current is null || function is null
            ? Task.Factory.StartNew(function is null ? (Func<object?, T>)null! : _ => function(), state, token, options, scheduler ?? TaskScheduler.Current)
            : TaskBody.Start(Name, function, token, options, Own.Scheduler(scheduler), state);

    internal static Func<T> With<T>(Func<object?, T> function, object? state) => function is null ? null! : () => function(state);

    private static Task Start(
        Action action, CancellationToken token, TaskCreationOptions options, TaskScheduler? scheduler, object? state = null) =>
        Operation.Current is null || action is null
            ? Task.Factory.StartNew(action is null ? (Action<object?>)null! : _ => action(), state, token, options, scheduler ?? TaskScheduler.Current)
            : TaskBody.Start(Name, action, token, options, Own.Scheduler(scheduler), state);

    private static Action With(Action<object?> action, object? state) => action is null ? null! : () => action(state);
}
