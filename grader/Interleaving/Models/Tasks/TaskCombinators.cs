using Interleaving.Models.Cancellation;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Tasks made of tasks: the platform's own, with the flow of memory from the parts to the whole.</summary>
internal static class TaskCombinators
{
    public static Task WhenAll(Task[] tasks) =>
        Combine(tasks, static parts => Task.WhenAll(parts), needsAll: true, static whole => whole.Unwrap());

    public static Task<T[]> WhenAll<T>(Task<T>[] tasks) =>
        Combine(tasks, static parts => Task.WhenAll(parts), needsAll: true, static whole => whole.Unwrap());

    public static Task<Task> WhenAny(Task[] tasks) =>
        Combine(tasks, static parts => Task.WhenAny(parts), needsAll: false, static whole => whole.Unwrap());

    public static Task<Task<T>> WhenAny<T>(Task<T>[] tasks) =>
        Combine(tasks, static parts => Task.WhenAny(parts), needsAll: false, static whole => whole.Unwrap());

    public static Task Unwrap(Task<Task> outer) => Unwrap<Task, Task>(outer, static task => task.Unwrap());

    public static Task<T> Unwrap<T>(Task<Task<T>> outer) => Unwrap<Task<T>, Task<T>>(outer, static task => task.Unwrap());

    /// <summary>Completes as <paramref name="task"/> does, unless the time runs out or the token is cancelled before.</summary>
    public static Task WaitAsync(Task task, TimeSpan timeout, TimeProvider provider, CancellationToken token) =>
        Unwrap(WaitAsync(task, timeout, provider, token, static completed => completed));

    public static Task<TResult> WaitAsync<TResult>(
        Task task, TimeSpan timeout, TimeProvider provider, CancellationToken token, Func<Task, TResult> select)
    {
        var operation = Operation.Current!;
        if (token.IsCancellationRequested)
            return Task.FromCanceled<TResult>(token);
        if (timeout == TimeSpan.Zero)
            return Task.FromException<TResult>(new TimeoutException());
        var source = new TaskCompletionSource<TResult>();
        var result = TaskSync.Known(source.Task);
        var timer = Alarm.After(operation.Execution, "timeout", timeout, provider, () =>
        {
            TaskSync.Completing(result);
            source.TrySetException(new TimeoutException());
        });
        var registration = CancellationTokenModel.Add(operation, token, () =>
        {
            timer?.Dispose();
            TaskSync.Completing(result);
            source.TrySetCanceled(token);
        });
        LateCompletion.After(operation.Execution, task, static () => true, () =>
        {
            timer?.Dispose();
            CancellationTokenRegistrationModel.Forget(registration);
            TaskSync.Flow(operation, task, TaskSync.Of(operation.Execution, result));
            TaskSync.Completing(result);
            source.TrySetResult(select(task));
        });
        return result;
    }

    private static TWhole Combine<TPart, TWhole>(
        TPart[]? parts, Func<TPart[], TWhole> combine, bool needsAll, Func<Task<TWhole>, TWhole> unwrap)
        where TPart : Task
        where TWhole : Task
    {
        if (Operation.Current is not { } operation || parts is null || Array.IndexOf(parts, null) >= 0)
            return combine(parts!);
        var past = new SyncState();
        foreach (var part in parts)
            TaskSync.Flow(operation, part, past);
        var whole = TaskSync.Known(Array.Exists(parts, LateCompletion.IsAskedFor)
            ? unwrap(LateCompletion.Of(operation.Execution, parts, combine, needsAll))
            : combine(parts));
        Inherit(operation, whole, past);
        return whole;
    }

    private static TWhole Unwrap<TInner, TWhole>(Task<TInner> outer, Func<Task<TInner>, TWhole> unwrap)
        where TInner : Task
        where TWhole : Task
    {
        if (Operation.Current is not { } operation || outer is null)
            return unwrap(outer!);
        var past = new SyncState();
        if (outer.IsCompleted)
            FlowInner(operation, outer, past);
        else
            TaskSync.OnCompleted(operation.Execution, outer, completer => FlowInner(completer, outer, past));
        var whole = TaskSync.Known(unwrap(LateCompletion.Of(operation.Execution, outer)));
        Inherit(operation, whole, past);
        return whole;
    }

    private static void FlowInner<TInner>(Operation operation, Task<TInner> outer, SyncState past)
        where TInner : Task
    {
        TaskSync.Of(operation.Execution, outer).PassOn(past);
        if (outer.IsCompletedSuccessfully && outer.Result is { } inner)
            TaskSync.Flow(operation, inner, past);
    }

    /// <summary>What flows into <paramref name="past"/> is what <paramref name="whole"/> publishes.</summary>
    private static void Inherit(Operation operation, Task whole, SyncState past) =>
        TaskSync.Of(operation.Execution, whole).Past = past;
}
