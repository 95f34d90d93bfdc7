using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <content>
/// Async methods, so that two of them which share a thread get a column each. The models of the builders call this; each
/// invocation goes Started, then any number of (Suspended, Resumed), then Returned.
/// </content>
internal sealed partial class Recorder
{
    private AsyncInvocation? awaited;

    /// <inheritdoc/>
    public int AsyncStarted(Operation operation, object stateMachine)
    {
        var running = Running(operation);
        var invocation = Begin(operation, running.Peek(), OperationLabels.Of(stateMachine, operation.Execution.ValueFormatter));
        running.Push(invocation);
        return invocation.Id;
    }

    /// <inheritdoc/>
    public int CurrentStrand(Operation operation) => Current(operation).Id;

    /// <inheritdoc/>
    public void AsyncSuspended(Operation operation, int invocation)
    {
        Add(operation, EventKind.Suspended, operation.Site);
        events[^1].Awaited = awaited;
        awaited = null;
        invocations[invocation].Suspended();
        Leave(operation, invocations[invocation]);
    }

    /// <inheritdoc/>
    public void AsyncResumed(Operation operation, int invocation)
    {
        Running(operation).Push(invocations[invocation]);
        Add(operation, EventKind.Resumed, operation.Site);
    }

    /// <inheritdoc/>
    public void AsyncReturned(Operation operation, int invocation) => Leave(operation, invocations[invocation]);

    /// <inheritdoc/>
    public void AsyncAwaited(Operation operation, int invocation)
    {
        awaited = invocations[invocation];
        awaited.AwaitedBy(Current(operation));
    }

    private void Leave(Operation operation, AsyncInvocation invocation)
    {
        var running = Running(operation);
        if (running.Count > 1 && ReferenceEquals(running.Peek(), invocation))
            running.Pop();
    }
}
