using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Stands before the real awaiter while an async method suspends itself, to decide where it goes on.</summary>
internal struct ControlledAwaiter<TAwaiter>(Operation operation, TAwaiter awaiter, int invocation) : ICriticalNotifyCompletion
    where TAwaiter : INotifyCompletion
{
    private TAwaiter awaiter = awaiter;

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        try
        {
            ValueTasks.Continue(ref awaiter);
        }
        catch (InvalidOperationException e)
        {
            // The platform's builder throws it on the thread pool, and the method never goes on.
            operation.Execution.Spawn(operation.Execution.NameFor("continuation"), () => throw e);
            return;
        }

        Awaiting.OnCompleted(operation, ref awaiter, invocation, continuation);
    }
}
