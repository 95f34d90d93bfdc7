using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <content>
/// Async methods, so that two of them which share a thread get a column each. The models of the builders call this; each
/// invocation goes Started, then any number of (Suspended, Resumed), then Returned.
/// </content>
internal sealed partial class Recorder
{
    private Strand? awaited;

    /// <inheritdoc/>
    public int AsyncStarted(Operation operation, object stateMachine)
    {
        var running = Running(operation);
        var strand = Begin(operation, running.Peek(), OperationLabels.Of(stateMachine, operation.Execution.Disclosure));
        running.Push(strand);
        return strand.Id;
    }

    /// <inheritdoc/>
    public int CurrentStrand(Operation operation) => Current(operation).Id;

    /// <inheritdoc/>
    public void AsyncSuspended(Operation operation, int strand)
    {
        Add(operation, EventKind.Suspended, operation.Site);
        events[^1].Awaited = awaited;
        awaited = null;
        strands[strand].Suspended();
        Leave(operation, strands[strand]);
    }

    /// <inheritdoc/>
    public void AsyncResumed(Operation operation, int strand)
    {
        Running(operation).Push(strands[strand]);
        Add(operation, EventKind.Resumed, operation.Site);
    }

    /// <inheritdoc/>
    public void AsyncReturned(Operation operation, int strand) => Leave(operation, strands[strand]);

    /// <inheritdoc/>
    public void AsyncAwaited(Operation operation, int strand)
    {
        awaited = strands[strand];
        awaited.AwaitedBy(Current(operation));
    }

    private void Leave(Operation operation, Strand strand)
    {
        var running = Running(operation);
        if (running.Count > 1 && ReferenceEquals(running.Peek(), strand))
            running.Pop();
    }
}
