using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// The platform's own: the ExecutionContext flows to every operation. Only who is told of a change needs care: the platform
/// ends the process when a handler throws, and an operation that unwinds throws at its next step.
/// </summary>
[Models(typeof(AsyncLocal<>), Passes = ["*"])]
internal static class AsyncLocalModel
{
    public static AsyncLocal<T> New<T>(Action<AsyncLocalValueChangedArgs<T>>? handler) =>
        new(handler is null ? null : change => Tell(handler, change));

    private static void Tell<T>(Action<AsyncLocalValueChangedArgs<T>> handler, AsyncLocalValueChangedArgs<T> change)
    {
        if (Operation.Current is not { } operation)
        {
            handler(change);
            return;
        }

        if (operation.Execution.Over)
            return;
        try
        {
            handler(change);
        }
        catch (ExecutionAbortedException)
        {
            // Whatever the operation does next unwinds it.
        }
        catch (Exception e)
        {
            operation.Execution.Fail(operation, FailureKind.UnhandledException, operation.Execution.Words.Unhandled(operation, e), e);
        }
    }
}
