using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Stands before the real awaiter while an async method suspends itself, to decide where it goes on.</summary>
internal struct ControlledAwaiter<TAwaiter>(Operation operation, TAwaiter awaiter, int strand) : ICriticalNotifyCompletion
    where TAwaiter : INotifyCompletion
{
    private TAwaiter awaiter = awaiter;

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => Awaiting.OnCompleted(operation, ref awaiter, strand, continuation);
}
