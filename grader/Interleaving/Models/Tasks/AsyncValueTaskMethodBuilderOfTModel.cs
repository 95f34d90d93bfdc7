using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncValueTaskMethodBuilder<>), Passes = ["Create", "SetStateMachine"])]
internal static class AsyncValueTaskMethodBuilderOfTModel
{
    public static void Start<TResult, TStateMachine>(ref AsyncValueTaskMethodBuilder<TResult> self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncInvocations.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
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

    public static void AwaitUnsafeOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
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

    public static void SetResult<TResult>(ref AsyncValueTaskMethodBuilder<TResult> self, TResult result)
    {
        TaskSync.Completing(ref self);
        AsyncInvocations.Return();
        self.SetResult(result);
    }

    public static void SetException<TResult>(ref AsyncValueTaskMethodBuilder<TResult> self, Exception exception)
    {
        TaskSync.Completing(ref self);
        AsyncInvocations.Return();
        self.SetException(exception);
    }

    public static ValueTask<TResult> get_Task<TResult>(ref AsyncValueTaskMethodBuilder<TResult> self)
    {
        var task = self.Task;
        ValueTasks.Known(task);
        return task;
    }
}
