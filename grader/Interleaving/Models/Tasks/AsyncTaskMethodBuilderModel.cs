using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
internal static class AsyncTaskMethodBuilderModel
{
    public static void Start<TStateMachine>(ref AsyncTaskMethodBuilder self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncInvocations.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitOnCompleted(ref awaiter, ref machine);
            return;
        }

        var invocation = AsyncInvocations.Current(operation);
        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, invocation);
        self.AwaitOnCompleted(ref controlled, ref machine);
        AsyncInvocations.Bind(operation, ref self, invocation);
    }

    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is not { } operation)
        {
            self.AwaitUnsafeOnCompleted(ref awaiter, ref machine);
            return;
        }

        var invocation = AsyncInvocations.Current(operation);
        var controlled = new ControlledAwaiter<TAwaiter>(operation, awaiter, invocation);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        AsyncInvocations.Bind(operation, ref self, invocation);
    }

    public static void SetResult(ref AsyncTaskMethodBuilder self)
    {
        TaskSync.Completing(ref self);
        AsyncInvocations.Return();
        self.SetResult();
    }

    public static void SetException(ref AsyncTaskMethodBuilder self, Exception exception)
    {
        TaskSync.Completing(ref self);
        AsyncInvocations.Return();
        self.SetException(exception);
    }

    public static Task get_Task(ref AsyncTaskMethodBuilder self) => TaskSync.Known(self.Task);
}
