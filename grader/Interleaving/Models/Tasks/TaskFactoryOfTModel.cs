namespace Interleaving.Models.Tasks;

/// <summary>The same for tasks that all have results of one type.</summary>
[Models(typeof(TaskFactory<>), Passes = [".ctor", "get_CancellationToken", "get_CreationOptions", "get_ContinuationOptions", "get_Scheduler"])]
internal static class TaskFactoryOfTModel
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

    public static Task<T> ContinueWhenAll<T>(TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction) =>
        tasks is null || tasks.Length == 0 || continuationFunction is null
            ? self.ContinueWhenAll(tasks!, continuationFunction!)
            : TaskModel.Continue(TaskCombinators.WhenAll(tasks), _ => continuationFunction(tasks), null, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction) =>
        tasks is null || tasks.Length == 0 || continuationFunction is null
            ? self.ContinueWhenAny(tasks!, continuationFunction!)
            : TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => continuationFunction(((Task<Task>)any).Result), null, self.CancellationToken, self.ContinuationOptions, self.Scheduler);
}
