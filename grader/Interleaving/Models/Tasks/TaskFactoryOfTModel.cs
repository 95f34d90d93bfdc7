namespace Interleaving.Models.Tasks;

/// <summary>The same for tasks that all have results of one type.</summary>
[Models(typeof(TaskFactory<>), Passes = [".ctor", "get_CancellationToken", "get_CreationOptions", "get_ContinuationOptions", "get_Scheduler"])]
internal static partial class TaskFactoryOfTModel
{
    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<T> function) => StartNew(self, function, self.CancellationToken);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<T> function, CancellationToken token) =>
        TaskFactoryModel.Start(function, token, self.CreationOptions, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<T> function, TaskCreationOptions options) =>
        TaskFactoryModel.Start(function, self.CancellationToken, options, self.Scheduler);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<T> function, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        TaskFactoryModel.Start(function, token, options, TaskModel.Given(scheduler));

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state) => TaskFactoryModel.Start(TaskFactoryModel.With(function, state), self.CancellationToken, self.CreationOptions, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, CancellationToken token) =>
        TaskFactoryModel.Start(TaskFactoryModel.With(function, state), token, self.CreationOptions, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, TaskCreationOptions options) =>
        TaskFactoryModel.Start(TaskFactoryModel.With(function, state), self.CancellationToken, options, self.Scheduler, state);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        TaskFactoryModel.Start(TaskFactoryModel.With(function, state), token, options, TaskModel.Given(scheduler), state);
}
