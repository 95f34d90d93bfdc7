using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <content>
/// Async methods, so that two of them which share a thread get a column each. The models of the builders call this; each
/// invocation goes Started, then any number of (Suspended, Resumed), then Returned.
/// </content>
internal sealed partial class Recorder
{
    private Strand? awaited;

    /// <summary>An async method's body is about to run for the first time (the builder's <c>Start</c>).</summary>
    /// <param name="operation">Who called it.</param>
    /// <param name="stateMachine">Names the method by its type and holds the arguments; it is only looked at now.</param>
    /// <returns>The strand's number, for the other calls; keep it beside the builder's task.</returns>
    public int AsyncStarted(Operation operation, object stateMachine)
    {
        var running = Running(operation);
        var strand = Begin(operation, running.Peek(), Titles.Of(stateMachine, operation.Execution.Disclosure));
        running.Push(strand);
        return strand.Id;
    }

    /// <summary>The strand that the operation runs now.</summary>
    public int CurrentStrand(Operation operation) => Current(operation).Id;

    /// <summary>The body reached an await that is not complete and gives the thread back (<c>AwaitUnsafeOnCompleted</c>).</summary>
    public void AsyncSuspended(Operation operation, int strand)
    {
        Add(operation, StoryStepKind.Wait, operation.Site, "awaits");
        events[^1].Awaited = awaited;
        awaited = null;
        strands[strand].Suspended();
        Leave(operation, strands[strand]);
    }

    /// <summary>The body goes on after an await, in whichever operation the continuation runs.</summary>
    public void AsyncResumed(Operation operation, int strand)
    {
        Running(operation).Push(strands[strand]);
        Add(operation, StoryStepKind.Resume, operation.Site, "goes on");
    }

    /// <summary>The body is through, well or not (<c>SetResult</c>, <c>SetException</c>): call it before continuations run.</summary>
    public void AsyncReturned(Operation operation, int strand) => Leave(operation, strands[strand]);

    /// <summary>
    /// <paramref name="operation"/> awaits, waits for or unwraps the task of <paramref name="strand"/>. If it called that
    /// method and did nothing else since, the two share a column: <c>await DepositAsync(50)</c> reads as one story.
    /// Call it before <see cref="AsyncSuspended"/> of the method that awaits.
    /// </summary>
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
