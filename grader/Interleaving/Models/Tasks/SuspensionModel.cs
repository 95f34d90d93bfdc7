using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// Where an async method suspends itself: its builder is handed a <see cref="ControlledAwaiter{TAwaiter}"/> in place of the
/// awaiter. The builders have nothing in common by which one method could call them all.
/// </summary>
[Models(typeof(AsyncIteratorMethodBuilder), Passes = ["Create", "Complete", "MoveNext"])]
[Models(typeof(AsyncVoidMethodBuilder))]
[Models(typeof(AsyncTaskMethodBuilder))]
[Models(typeof(AsyncTaskMethodBuilder<>))]
[Models(typeof(AsyncValueTaskMethodBuilder))]
[Models(typeof(AsyncValueTaskMethodBuilder<>))]
[Models(typeof(PoolingAsyncValueTaskMethodBuilder))]
[Models(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
internal static class SuspensionModel
{
    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncIteratorMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = new ControlledAwaiter<TAwaiter>(Operation.Current, awaiter, AsyncInvocations.None);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncVoidMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        controlled.Bind(ref self);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref AsyncTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        controlled.Bind(ref self);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        controlled.Bind(ref self);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref AsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
        controlled.Bind(ref self);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
    }

    [Also("AwaitOnCompleted")]
    public static void AwaitUnsafeOnCompleted<TResult, TAwaiter, TStateMachine>(
        ref PoolingAsyncValueTaskMethodBuilder<TResult> self, ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        var controlled = ControlledAwaiter<TAwaiter>.Here(awaiter);
        self.AwaitUnsafeOnCompleted(ref controlled, ref machine);
    }
}
