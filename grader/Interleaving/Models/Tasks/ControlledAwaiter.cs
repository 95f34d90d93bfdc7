using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// Stands before the real awaiter while an async method suspends itself, to decide where it goes on. Outside an execution the
/// awaiter decides, as it does for a builder of the platform.
/// </summary>
internal struct ControlledAwaiter<TAwaiter>(Operation? operation, TAwaiter awaiter, int invocation) : ICriticalNotifyCompletion
    where TAwaiter : INotifyCompletion
{
    private TAwaiter awaiter = awaiter;

    /// <summary>For the async method that the current operation is in.</summary>
    public static ControlledAwaiter<TAwaiter> Here(TAwaiter awaiter) =>
        Operation.Current is { } operation ? new(operation, awaiter, AsyncInvocations.Current(operation)) : new(null, awaiter, AsyncInvocations.None);

    /// <summary>Notes whose task the builder has made by now.</summary>
    public readonly void Bind<TBuilder>(ref TBuilder builder)
        where TBuilder : struct
    {
        if (operation is not null)
            AsyncInvocations.Bind(operation, ref builder, invocation);
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        if (operation is null)
        {
            if (awaiter is ICriticalNotifyCompletion critical)
                critical.UnsafeOnCompleted(continuation);
            else
                awaiter.OnCompleted(continuation);
            return;
        }

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
