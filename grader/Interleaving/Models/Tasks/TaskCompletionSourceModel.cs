using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Completing a task by hand: continuations that await it run inside the call, as on the platform.</summary>
[Models(typeof(TaskCompletionSource), Passes = [".ctor"])]
internal static class TaskCompletionSourceModel
{
    public static Task get_Task(TaskCompletionSource self) => TaskSync.Known(self.Task);

    public static void SetResult(TaskCompletionSource self) => Before(self).SetResult();

    public static bool TrySetResult(TaskCompletionSource self) => Before(self).TrySetResult();

    public static void SetException(TaskCompletionSource self, Exception exception) => Before(self).SetException(exception);

    public static void SetException(TaskCompletionSource self, IEnumerable<Exception> exceptions) => Before(self).SetException(exceptions);

    public static bool TrySetException(TaskCompletionSource self, Exception exception) => Before(self).TrySetException(exception);

    public static bool TrySetException(TaskCompletionSource self, IEnumerable<Exception> exceptions) =>
        Before(self).TrySetException(exceptions);

    public static void SetCanceled(TaskCompletionSource self) => Before(self).SetCanceled();

    public static void SetCanceled(TaskCompletionSource self, CancellationToken token) => Before(self).SetCanceled(token);

    public static bool TrySetCanceled(TaskCompletionSource self) => Before(self).TrySetCanceled();

    public static bool TrySetCanceled(TaskCompletionSource self, CancellationToken token) => Before(self).TrySetCanceled(token);

    public static void SetFromTask(TaskCompletionSource self, Task completed) => Before(self).SetFromTask(completed);

    public static bool TrySetFromTask(TaskCompletionSource self, Task completed) => Before(self).TrySetFromTask(completed);

    private static TaskCompletionSource Before(TaskCompletionSource source)
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
