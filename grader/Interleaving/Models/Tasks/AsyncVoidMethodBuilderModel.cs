using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(AsyncVoidMethodBuilder))]
internal static class AsyncVoidMethodBuilderModel
{
    [Before]
    public static void SetResult<[Self] TBuilder>(ref TBuilder self)
        where TBuilder : struct => AsyncInvocations.Return();

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
