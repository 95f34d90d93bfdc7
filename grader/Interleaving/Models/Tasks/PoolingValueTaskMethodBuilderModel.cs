using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Its tasks have a source of the platform behind them, which is used again later.</summary>
[Models(typeof(PoolingAsyncValueTaskMethodBuilder), Passes = ["Create", "SetStateMachine"])]
internal static class PoolingValueTaskMethodBuilderModel
{
    public static void Start<TStateMachine>(ref PoolingAsyncValueTaskMethodBuilder self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncInvocations.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
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

    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
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

    public static void SetResult(ref PoolingAsyncValueTaskMethodBuilder self)
    {
        ValueTaskSourceModel.Publish();
        AsyncInvocations.Return();
        self.SetResult();
    }

    public static void SetException(ref PoolingAsyncValueTaskMethodBuilder self, Exception exception)
    {
        ValueTaskSourceModel.Publish();
        AsyncInvocations.Return();
        self.SetException(exception);
    }

    public static ValueTask get_Task(ref PoolingAsyncValueTaskMethodBuilder self)
    {
        var task = self.Task;
        ValueTasks.Known(task);
        return task;
    }
}
