using Interleaving.Models.Cancellation;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>WhenAll, WhenAny, WhenEach and Delay.</content>
internal static partial class TaskModel
{
    public static Task WhenAll(params Task[] tasks) => TaskCombinators.WhenAll(tasks);

    public static Task WhenAll(IEnumerable<Task> tasks) => TaskCombinators.WhenAll(All(tasks));

    public static Task WhenAll(params ReadOnlySpan<Task> tasks) => TaskCombinators.WhenAll(tasks.ToArray());

    public static Task<T[]> WhenAll<T>(params Task<T>[] tasks) => TaskCombinators.WhenAll(tasks);

    public static Task<T[]> WhenAll<T>(IEnumerable<Task<T>> tasks) => TaskCombinators.WhenAll(All(tasks));

    public static Task<T[]> WhenAll<T>(params ReadOnlySpan<Task<T>> tasks) => TaskCombinators.WhenAll(tasks.ToArray());

    public static Task<Task> WhenAny(params Task[] tasks) => TaskCombinators.WhenAny(tasks);

    public static Task<Task> WhenAny(IEnumerable<Task> tasks) => TaskCombinators.WhenAny(All(tasks));

    public static Task<Task> WhenAny(Task task1, Task task2) => TaskCombinators.WhenAny([task1, task2]);

    public static Task<Task> WhenAny(params ReadOnlySpan<Task> tasks) => TaskCombinators.WhenAny(tasks.ToArray());

    public static Task<Task<T>> WhenAny<T>(params Task<T>[] tasks) => TaskCombinators.WhenAny(tasks);

    public static Task<Task<T>> WhenAny<T>(IEnumerable<Task<T>> tasks) => TaskCombinators.WhenAny<T>(All(tasks));

    public static Task<Task<T>> WhenAny<T>(Task<T> task1, Task<T> task2) => TaskCombinators.WhenAny<T>([task1, task2]);

    public static Task<Task<T>> WhenAny<T>(params ReadOnlySpan<Task<T>> tasks) => TaskCombinators.WhenAny(tasks.ToArray());

    public static IAsyncEnumerable<Task> WhenEach(params Task[] tasks) =>
        Operation.Current is null || tasks is null || Array.IndexOf(tasks, null) >= 0 ? Task.WhenEach(tasks!) : new CompletionOrder<Task>(tasks);

    public static IAsyncEnumerable<Task> WhenEach(params ReadOnlySpan<Task> tasks) => WhenEach(tasks.ToArray());

    public static IAsyncEnumerable<Task> WhenEach(IEnumerable<Task> tasks) => WhenEach(All(tasks));

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(params Task<T>[] tasks) =>
        Operation.Current is null || tasks is null || Array.IndexOf(tasks, null) >= 0 ? Task.WhenEach(tasks!) : new CompletionOrder<Task<T>>(tasks);

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(params ReadOnlySpan<Task<T>> tasks) => WhenEach(tasks.ToArray());

    public static IAsyncEnumerable<Task<T>> WhenEach<T>(IEnumerable<Task<T>> tasks) => WhenEach<T>(All(tasks));

    private static TTask[] All<TTask>(IEnumerable<TTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return [.. tasks];
    }

    public static Task Delay(int milliseconds) => Delay(milliseconds, CancellationToken.None);

    public static Task Delay(int milliseconds, CancellationToken token) =>
        milliseconds < -1
            ? Task.Delay(milliseconds, token)
            : Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, token);

    public static Task Delay(TimeSpan delay) => Delay(delay, TimeProvider.System, CancellationToken.None);

    public static Task Delay(TimeSpan delay, CancellationToken token) => Delay(delay, TimeProvider.System, token);

    public static Task Delay(TimeSpan delay, TimeProvider provider) => Delay(delay, provider, CancellationToken.None);

    public static Task Delay(TimeSpan delay, TimeProvider provider, CancellationToken token)
    {
        if (Operation.Current is not { } operation || provider is null || !Timeouts.Fits(delay, Timeouts.Longest))
            return Task.Delay(delay, provider!, token);
        if (token.IsCancellationRequested)
            return Task.FromCanceled(token);
        if ((long)delay.TotalMilliseconds == 0)
            return Task.CompletedTask;
        var source = new TaskCompletionSource();
        var task = TaskSync.Known(source.Task);
        if (!Alarm.IsVirtual(provider))
            TaskSync.Known(task, WaitKind.Delay, provider);
        var registration = default(CancellationTokenRegistration);
        var timer = Alarm.After(operation.Execution, "delay", delay, provider, () =>
        {
            CancellationTokenRegistrationModel.Forget(registration);
            TaskSync.Completing(task);
            source.TrySetResult();
        });
        if (timer is not null)
            TaskSync.Of(operation.Execution, task).Call = "Task.Delay";
        registration = CancellationTokenModel.Add(operation, token, () =>
        {
            timer?.Dispose();
            TaskSync.Completing(task);
            source.TrySetCanceled(token);
        });
        return task;
    }
}
