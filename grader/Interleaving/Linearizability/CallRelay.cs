using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Linearizability;

/// <summary>The task that stands for an asynchronous call's own: it completes right when that one does, and lets it be written down first.</summary>
internal static class CallRelay
{
    /// <summary>Whoever awaits the twin goes on where it would have gone on awaiting the task.</summary>
    public static TaskCreationOptions Options(Task task) => task.CreationOptions & TaskCreationOptions.RunContinuationsAsynchronously;

    /// <param name="task">Of the call.</param>
    /// <param name="twin">What its caller awaits.</param>
    /// <param name="complete">Writes the return down and completes the twin.</param>
    public static void Complete<TTask>(TTask task, Task twin, Action<TTask> complete)
        where TTask : Task
    {
        if (Operation.Current is not { } operation)
        {
            _ = task.ContinueWith(
                ended => complete((TTask)ended), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return;
        }

        TaskSync.Known(twin);
        TaskSync.OnCompleted(operation.Execution, task, completer =>
        {
            TaskSync.Of(completer.Execution, task).Acquire(completer);
            TaskSync.Completing(twin);
            complete(task);
        });
    }
}
