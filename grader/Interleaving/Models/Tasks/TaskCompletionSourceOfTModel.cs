using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Completing a task by hand: continuations that await it run inside the call, as on the platform.</summary>
[Models(typeof(TaskCompletionSource<>), Passes = [".ctor"])]
internal static class TaskCompletionSourceOfTModel
{
    public static Task<T> get_Task<T>(TaskCompletionSource<T> self) => TaskSync.Known(self.Task);

    public static void SetResult<T>(TaskCompletionSource<T> self, T result) => Before(self).SetResult(result);

    public static bool TrySetResult<T>(TaskCompletionSource<T> self, T result) => Before(self).TrySetResult(result);

    public static void SetException<T>(TaskCompletionSource<T> self, Exception exception) => Before(self).SetException(exception);

    public static void SetException<T>(TaskCompletionSource<T> self, IEnumerable<Exception> exceptions) => Before(self).SetException(exceptions);

    public static bool TrySetException<T>(TaskCompletionSource<T> self, Exception exception) => Before(self).TrySetException(exception);

    public static bool TrySetException<T>(TaskCompletionSource<T> self, IEnumerable<Exception> exceptions) =>
        Before(self).TrySetException(exceptions);

    public static void SetCanceled<T>(TaskCompletionSource<T> self) => Before(self).SetCanceled();

    public static void SetCanceled<T>(TaskCompletionSource<T> self, CancellationToken token) => Before(self).SetCanceled(token);

    public static bool TrySetCanceled<T>(TaskCompletionSource<T> self) => Before(self).TrySetCanceled();

    public static bool TrySetCanceled<T>(TaskCompletionSource<T> self, CancellationToken token) => Before(self).TrySetCanceled(token);

    public static void SetFromTask<T>(TaskCompletionSource<T> self, Task<T> completed) => Before(self).SetFromTask(completed);

    public static bool TrySetFromTask<T>(TaskCompletionSource<T> self, Task<T> completed) => Before(self).TrySetFromTask(completed);

    private static TaskCompletionSource<T> Before<T>(TaskCompletionSource<T> source)
    {
        if (Operation.Current is not { } operation)
            return source;
        operation.Execution.Yield(operation, new Step(StepKind.Sync, source.Task, 0, operation.Site));
        TaskSync.Known(source.Task);
        if (!source.Task.IsCompleted)
            operation.Note(EventKind.Completed, source);
        TaskSync.Completing(source.Task);
        return source;
    }
}
