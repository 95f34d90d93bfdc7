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
        TaskFactoryModel.Start(function, token, options, scheduler);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state) => StartNew(self, () => function(state));

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, CancellationToken token) =>
        StartNew(self, () => function(state), token);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, TaskCreationOptions options) =>
        StartNew(self, () => function(state), options);

    public static Task<T> StartNew<T>(TaskFactory<T> self, Func<object?, T> function, object? state, CancellationToken token, TaskCreationOptions options, TaskScheduler scheduler) =>
        TaskFactoryModel.Start(() => function(state), token, options, scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction) =>
        TaskModel.Continue(TaskCombinators.WhenAll(tasks), _ => continuationFunction(tasks), self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction) =>
        TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => continuationFunction(((Task<Task>)any).Result), self.CancellationToken, self.ContinuationOptions, self.Scheduler);
}
