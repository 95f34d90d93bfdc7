using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncVoidMethodBuilder), Passes = ["Create", "SetStateMachine"])]
internal static class AsyncVoidMethodBuilderModel
{
    public static void Start<TStateMachine>(ref AsyncVoidMethodBuilder self, ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        AsyncInvocations.Start(ref machine);
        self.Start(ref machine);
    }

    public static void AwaitOnCompleted<TAwaiter, TStateMachine>(
        ref AsyncVoidMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
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
        ref AsyncVoidMethodBuilder self, ref TAwaiter awaiter, ref TStateMachine machine)
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

    public static void SetResult(ref AsyncVoidMethodBuilder self)
    {
        AsyncInvocations.Return();
        self.SetResult();
    }

    /// <summary>Nobody can catch what leaves an <c>async void</c> method: it goes to the context, or ends the process.</summary>
    public static void SetException(ref AsyncVoidMethodBuilder self, Exception exception)
    {
        AsyncInvocations.Return();
        if (Operation.Current is not { } operation)
            self.SetException(exception);
        else if (exception is ExecutionAbortedException)
            operation.ThrowAborted();
        else if (operation.Context is { } context)
            SynchronizationContextModel.Post(context, static state => throw (Exception)state!, exception);
        else
            operation.Execution.Fail(
                operation, FailureKind.UnhandledException, operation.Execution.Words.LeftAsyncVoid(operation, exception), exception);
    }
}
