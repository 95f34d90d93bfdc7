using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Its tasks have a source of the platform behind them, which is used again later.</summary>
[Models(typeof(PoolingAsyncValueTaskMethodBuilder<>), Passes = ["Create", "SetStateMachine"])]
internal static class PoolingValueTaskMethodBuilderOfTModel
{
    public static void Start<TResult, TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder<TResult> self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncInvocations.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
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
    }

    public static void AwaitUnsafeOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
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
    }

    public static void SetResult<TResult>(ref PoolingAsyncValueTaskMethodBuilder<TResult> self, TResult result)
    {
        ValueTaskSourceModel.Publish();
        AsyncInvocations.Return();
        self.SetResult(result);
    }

    public static void SetException<TResult>(ref PoolingAsyncValueTaskMethodBuilder<TResult> self, Exception exception)
    {
        ValueTaskSourceModel.Publish();
        AsyncInvocations.Return();
        self.SetException(exception);
    }

    public static ValueTask<TResult> get_Task<TResult>(ref PoolingAsyncValueTaskMethodBuilder<TResult> self) => self.Task;
}
