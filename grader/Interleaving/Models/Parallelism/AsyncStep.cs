using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>An await of the engine's own code, written out by hand.</summary>
internal static class AsyncStep
{
    /// <summary>Calls <paramref name="then"/> with what the task failed with, or null, once it is completed.</summary>
    public static void After(Operation operation, Task task, Action<Exception?> then)
    {
        if (task.IsCompleted)
        {
            TaskSync.Of(operation.Execution, task).Acquire(operation);
            then(CancelledWait.Failure(task));
        }
        else
        {
            var past = new SyncState();
            past.Release(operation);
            TaskSync.OnCompleted(operation.Execution, task, completer =>
            {
                if (completer.AwaitContext is null && !task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously))
                    GoOn();
                else
                    completer.Execution.Spawn(completer.Execution.NameFor("continuation"), GoOn);
            });

            void GoOn()
            {
                var current = Operation.Current!;
                past.Acquire(current);
                TaskSync.Of(current.Execution, task).Acquire(current);
                then(CancelledWait.Failure(task));
            }
        }
    }
}
