namespace Interleaving.Models.Tasks;

/// <summary>Continuations of several tasks: once all of them have ended, or the first one has.</summary>
internal static partial class TaskFactoryModel
{
    public static Task ContinueWhenAll(TaskFactory self, Task[] tasks, Action<Task[]> continuationAction) =>
        Joins.All(tasks, continuationAction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAll(TaskFactory self, Task[] tasks, Action<Task[]> continuationAction, CancellationToken token) =>
        Joins.All(tasks, continuationAction, token, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAll(TaskFactory self, Task[] tasks, Action<Task[]> continuationAction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationAction, self.CancellationToken, options, self.Scheduler);

    public static Task ContinueWhenAll(
        TaskFactory self, Task[] tasks, Action<Task[]> continuationAction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationAction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAll<T>(TaskFactory self, Task[] tasks, Func<Task[], T> continuationFunction) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory self, Task[] tasks, Func<Task[], T> continuationFunction, CancellationToken token) =>
        Joins.All(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(TaskFactory self, Task[] tasks, Func<Task[], T> continuationFunction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAll<T>(
        TaskFactory self, Task[] tasks, Func<Task[], T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task ContinueWhenAll<TAntecedent>(TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>[]> continuationAction) =>
        Joins.All(tasks, continuationAction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>[]> continuationAction, CancellationToken token) =>
        Joins.All(tasks, continuationAction, token, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>[]> continuationAction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationAction, self.CancellationToken, options, self.Scheduler);

    public static Task ContinueWhenAll<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>[]> continuationAction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationAction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAll<TAntecedent, T>(TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, CancellationToken token) =>
        Joins.All(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, TaskContinuationOptions options) =>
        Joins.All(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAll<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>[], T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.All(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task ContinueWhenAny(TaskFactory self, Task[] tasks, Action<Task> continuationAction) =>
        Joins.Any(tasks, continuationAction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAny(TaskFactory self, Task[] tasks, Action<Task> continuationAction, CancellationToken token) =>
        Joins.Any(tasks, continuationAction, token, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAny(TaskFactory self, Task[] tasks, Action<Task> continuationAction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationAction, self.CancellationToken, options, self.Scheduler);

    public static Task ContinueWhenAny(
        TaskFactory self, Task[] tasks, Action<Task> continuationAction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationAction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAny<T>(TaskFactory self, Task[] tasks, Func<Task, T> continuationFunction) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory self, Task[] tasks, Func<Task, T> continuationFunction, CancellationToken token) =>
        Joins.Any(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(TaskFactory self, Task[] tasks, Func<Task, T> continuationFunction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAny<T>(
        TaskFactory self, Task[] tasks, Func<Task, T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));

    public static Task ContinueWhenAny<TAntecedent>(TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>> continuationAction) =>
        Joins.Any(tasks, continuationAction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>> continuationAction, CancellationToken token) =>
        Joins.Any(tasks, continuationAction, token, self.ContinuationOptions, self.Scheduler);

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>> continuationAction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationAction, self.CancellationToken, options, self.Scheduler);

    public static Task ContinueWhenAny<TAntecedent>(
        TaskFactory self, Task<TAntecedent>[] tasks, Action<Task<TAntecedent>> continuationAction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationAction, token, options, TaskModel.Given(scheduler));

    public static Task<T> ContinueWhenAny<TAntecedent, T>(TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, CancellationToken token) =>
        Joins.Any(tasks, continuationFunction, token, self.ContinuationOptions, self.Scheduler);

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, TaskContinuationOptions options) =>
        Joins.Any(tasks, continuationFunction, self.CancellationToken, options, self.Scheduler);

    public static Task<T> ContinueWhenAny<TAntecedent, T>(
        TaskFactory self, Task<TAntecedent>[] tasks, Func<Task<TAntecedent>, T> continuationFunction, CancellationToken token, TaskContinuationOptions options, TaskScheduler scheduler) =>
        Joins.Any(tasks, continuationFunction, token, options, TaskModel.Given(scheduler));
}
