using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncIteratorMethodBuilder), Passes = ["Create", "Complete", "MoveNext"])]
internal static class AsyncIteratorMethodBuilderModel
{
    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncIteratorMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitOnCompleted(ref awaiter, ref machine);
            return;
        }

        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, AsyncInvocations.None);
        self.AwaitOnCompleted(ref controlled, ref machine);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncIteratorMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
            return;
        }

        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, AsyncInvocations.None);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
    }
}
