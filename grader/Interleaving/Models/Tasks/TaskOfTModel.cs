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

    public static T get_Result<T>(Task<T> self) => TaskModel.get_Result(self);

    public static Task<T> WaitAsync<T>(Task<T> self, CancellationToken token) => TaskModel.WaitAsync(self, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout) => TaskModel.WaitAsync(self, timeout);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, CancellationToken token) =>
        TaskModel.WaitAsync(self, timeout, token);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action) =>
        TaskModel.Continue(self, task => action((Task<T>)task), default, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, CancellationToken token) =>
        TaskModel.Continue(self, task => action((Task<T>)task), token, default);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, TaskContinuationOptions options) =>
        TaskModel.Continue(self, task => action((Task<T>)task), default, options);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>> action, TaskScheduler scheduler) =>
        TaskModel.Continue(self, task => action((Task<T>)task), default, default, scheduler);

    public static Task ContinueWith<T>(
        Task<T> self, Action<Task<T>> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        TaskModel.Continue(self, task => action((Task<T>)task), token, options, scheduler);

    public static Task ContinueWith<T>(Task<T> self, Action<Task<T>, object?> action, object? state) =>
        TaskModel.Continue(self, task => action((Task<T>)task, state), default, default);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function) =>
        TaskModel.Continue(self, task => function((Task<T>)task), default, default);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function, CancellationToken token) =>
        TaskModel.Continue(self, task => function((Task<T>)task), token, default);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self, Func<Task<T>, TNew> function, TaskContinuationOptions options) =>
        TaskModel.Continue(self, task => function((Task<T>)task), default, options);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, TNew> function, TaskScheduler scheduler) =>
        TaskModel.Continue(self, task => function((Task<T>)task), default, default, scheduler);

    public static Task<TNew> ContinueWith<T, TNew>(
        Task<T> self,
        Func<Task<T>, TNew> function,
        CancellationToken token,
        TaskContinuationOptions options,
        TaskScheduler scheduler) =>
        TaskModel.Continue(self, task => function((Task<T>)task), token, options, scheduler);

    public static Task<TNew> ContinueWith<T, TNew>(Task<T> self, Func<Task<T>, object?, TNew> function, object? state) =>
        TaskModel.Continue(self, task => function((Task<T>)task, state), default, default);
}
