namespace Interleaving.Models.Tasks;

/// <summary>What only <see cref="Task{TResult}"/> has.</summary>
[Models(typeof(Task<>), Passes = ["GetAwaiter", "ConfigureAwait", "get_Factory"])]
internal static class TaskOfTModel
{
    public static Task<T> New<T>(Func<T> function) => TaskModel.New(function);

    public static Task<T> New<T>(Func<T> function, CancellationToken token) => TaskModel.New(function, token);

    public static Task<T> New<T>(Func<T> function, TaskCreationOptions options) => TaskModel.New(function, options);

    public static Task<T> New<T>(Func<T> function, CancellationToken token, TaskCreationOptions options) =>
        TaskModel.New(function, token, options);

    public static Task<T> New<T>(Func<object?, T> function, object? state) => TaskModel.New(function, state, default, default);

    public static Task<T> New<T>(Func<object?, T> function, object? state, CancellationToken token) =>
        TaskModel.New(function, state, token, default);

    public static Task<T> New<T>(Func<object?, T> function, object? state, TaskCreationOptions options) =>
        TaskModel.New(function, state, default, options);

    public static Task<T> New<T>(Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options) =>
        TaskModel.New(function, state, token, options);

    public static T get_Result<T>(Task<T> self) => TaskModel.get_Result(self);

    public static Task<T> WaitAsync<T>(Task<T> self, CancellationToken token) => TaskModel.WaitAsync(self, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout) => TaskModel.WaitAsync(self, timeout);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, CancellationToken token) =>
        TaskModel.WaitAsync(self, timeout, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, TimeProvider timeProvider) =>
        TaskModel.WaitAsync(self, timeout, timeProvider, CancellationToken.None);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, TimeProvider timeProvider, CancellationToken token) =>
        TaskModel.WaitAsync(self, timeout, timeProvider, token);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action) =>
        TaskModel.Continue(self, TaskModel.Checked(action), null, default, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, CancellationToken token) =>
        TaskModel.Continue(self, TaskModel.Checked(action), null, token, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, TaskContinuationOptions options) =>
        TaskModel.Continue(self, TaskModel.Checked(action), null, default, options);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(action), null, default, default, TaskModel.Given(scheduler));

    public static Task ContinueWith<T>(
        Task<T> self, Action<Task<T>> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(action), null, token, options, TaskModel.Given(scheduler));

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>, object?> action, object? state) =>
        TaskModel.Continue(self, TaskModel.Checked(action, state), state, default, default);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function) =>
        TaskModel.Continue(self, TaskModel.Checked(function), null, default, default);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function, CancellationToken token) =>
        TaskModel.Continue(self, TaskModel.Checked(function), null, token, default);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self, Func<Task<T>, TNew> function, TaskContinuationOptions options) =>
        TaskModel.Continue(self, TaskModel.Checked(function), null, default, options);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function, TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(function), null, default, default, TaskModel.Given(scheduler));

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self,
        Func<Task<T>, TNew> function,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(function), null, token, options, TaskModel.Given(scheduler));

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, object?, TNew> function, object? state) =>
        TaskModel.Continue(self, TaskModel.Checked(function, state), state, default, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>, object?> action, object? state, CancellationToken token) =>
        TaskModel.Continue(self, TaskModel.Checked(action, state), state, token, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>, object?> action, object? state, TaskContinuationOptions options) =>
        TaskModel.Continue(self, TaskModel.Checked(action, state), state, default, options);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>, object?> action, object? state, TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(action, state), state, default, default, TaskModel.Given(scheduler));

    public static Task ContinueWith<T>(
        Task<T> self,
        Action<Task<T>, object?> action,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(action, state), state, token, options, TaskModel.Given(scheduler));

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self, Func<Task<T>, object?, TNew> function, object? state, CancellationToken token) =>
        TaskModel.Continue(self, TaskModel.Checked(function, state), state, token, default);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self, Func<Task<T>, object?, TNew> function, object? state, TaskContinuationOptions options) =>
        TaskModel.Continue(self, TaskModel.Checked(function, state), state, default, options);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self, Func<Task<T>, object?, TNew> function, object? state, TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(function, state), state, default, default, TaskModel.Given(scheduler));

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self,
        Func<Task<T>, object?, TNew> function,
        object? state,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) =>
        TaskModel.Continue(self, TaskModel.Checked(function, state), state, token, options, TaskModel.Given(scheduler));
}
