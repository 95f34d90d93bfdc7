namespace Interleaving.Models.Tasks;

/// <summary>Continuations of several tasks, with a result.</summary>
internal static partial class TaskFactoryOfTModel
{
    public static Task<T> ContinueWhenAll<T>(TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction, CancellationToken token) =>
        Joins.All(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory<T> self, Task[] tasks, Func<Task[], T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAll<T, TAntecedent>(TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, CancellationToken token) =>
        Joins.All(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAll<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAny<T>(TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction, CancellationToken token) =>
        Joins.Any(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory<T> self, Task[] tasks, Func<Task, T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAny<T, TAntecedent>(TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, CancellationToken token) =>
        Joins.Any(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAny<T, TAntecedent>(
        TaskFactory<T> self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));
}
