using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Testing;

/// <summary>How each kind of task is made ready to be awaited, or waited for, by code that is not woven.</summary>
internal static class Relays
{
    internal static Task Relay(Task task)
    {
        if (IsSettled(task))
            return task;
        var source = new TaskCompletionSource();
        After(task, source.Task, () => source.SetFromTask(task));
        return source.Task;
    }

    internal static Task<T> Relay<T>(Task<T> task)
    {
        if (IsSettled(task))
            return task;
        var source = new TaskCompletionSource<T>();
        After(task, source.Task, () => source.SetFromTask(task));
        return source.Task;
    }

    internal static ValueTask Relay(ValueTask task) => new(Relay(ValueTaskModel.AsTask(ref task)));

    internal static ValueTask<T> Relay<T>(ValueTask<T> task) => new(Relay(ValueTaskOfTModel.AsTask(ref task)));

    internal static Task Complete(Task task, int site) => Await(task, site);

    internal static Task<T> Complete<T>(Task<T> task, int site) => Await(task, site);

    internal static ValueTask Complete(ValueTask task, int site) => new(Await(ValueTaskModel.AsTask(ref task), site));

    internal static ValueTask<T> Complete<T>(ValueTask<T> task, int site) => new(Await(ValueTaskOfTModel.AsTask(ref task), site));

    private static bool IsSettled(Task? task)
    {
        if (Operation.Current is not { } operation || task is null)
            return true;
        TaskSync.Look(operation, task);
        return task.IsCompleted;
    }

    /// <summary>Whoever completes the task sees what was done for it: it goes on with what awaits the task.</summary>
    private static void After(Task task, Task twin, Action complete)
    {
        TaskSync.Known(twin);
        TaskSync.OnCompleted(Operation.Current!.Execution, task, completer =>
        {
            TaskSync.Of(completer.Execution, task).Acquire(completer);
            TaskSync.Completing(twin);
            complete();
        });
    }

    private static TTask Await<TTask>(TTask task, int site)
        where TTask : Task
    {
        if (Operation.Current is { } operation && task is not null)
        {
            operation.Site = site;
            TaskSync.Wait(operation, task);
        }

        return task!;
    }
}
