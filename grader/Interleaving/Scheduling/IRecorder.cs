namespace Interleaving.Scheduling;

/// <summary>Is told what happens in one execution, in order, by the scheduler and the models.</summary>
/// <remarks>It must not change the run that it records: it takes no step and calls no code of the program.</remarks>
internal interface IRecorder
{
    void Spawned(Operation parent, Operation child);

    void Blocked(Operation operation);

    void Unblocked(Operation operation);

    void Ended(Operation operation);

    /// <summary>The turn goes to <paramref name="next"/> although <paramref name="operation"/> could have gone on.</summary>
    void Preempted(Operation operation, Operation next);

    /// <summary>A read or write of memory with its value, right after the step that announced it.</summary>
    void Accessed(Operation operation, int site, bool write, object? value);

    /// <summary>A call on an object that the engine does not look into.</summary>
    void Touched(Operation operation, int site, bool write);

    /// <summary>An act on a synchronisation object.</summary>
    /// <param name="operation">Who acts.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="target">What to; null when it is no object. It is named now, if it has no name yet.</param>
    /// <param name="shown">The value or operation that belongs to it, as it is to be seen.</param>
    /// <param name="permits">How many permits there were before and are after.</param>
    void Acted(Operation operation, EventKind kind, object? target, string shown = "", (int Before, int After) permits = default);

    /// <summary>A method of the program begins: the first one gives an operation its title.</summary>
    void Entered(Operation operation, int site, object?[] arguments);

    /// <summary>The access that completes a race, which never gets as far as <see cref="Accessed"/>.</summary>
    void Raced(Operation operation, Race race);

    /// <summary>A store reaches memory that was held back.</summary>
    void Seen(Operation operation, int site, object? value);

    /// <summary>Two calls at once on an object that is not made for several threads: neither gets as far as <see cref="Touched"/>.</summary>
    void Overlaps(Operation one, Operation other);

    /// <summary>An exception is thrown. Only if it is what the execution fails by in the end is that told.</summary>
    void Throws(Operation operation, Exception exception);

    /// <summary>The execution fails.</summary>
    /// <param name="operation">Who had the turn.</param>
    /// <param name="kind">How it fails.</param>
    /// <param name="message">In words.</param>
    /// <param name="site">Where.</param>
    /// <param name="exception">By what, if by one: the story tells it at the moment at which it was thrown.</param>
    void Failed(Operation? operation, FailureKind kind, string message, int site, Exception? exception);

    /// <summary>An async method's body is about to run for the first time (the builder's <c>Start</c>).</summary>
    /// <param name="operation">Who called it.</param>
    /// <param name="stateMachine">Names the method by its type and holds the arguments; it is only looked at now.</param>
    /// <returns>The invocation's number, for the other calls; keep it beside the builder's task.</returns>
    int AsyncStarted(Operation operation, object stateMachine);

    /// <summary>The invocation that the operation runs now.</summary>
    int CurrentStrand(Operation operation);

    /// <summary>The body reached an await that is not complete and gives the thread back (<c>AwaitUnsafeOnCompleted</c>).</summary>
    void AsyncSuspended(Operation operation, int invocation);

    /// <summary>The body goes on after an await, in whichever operation the continuation runs.</summary>
    void AsyncResumed(Operation operation, int invocation);

    /// <summary>The body is through, well or not (<c>SetResult</c>, <c>SetException</c>): call it before continuations run.</summary>
    void AsyncReturned(Operation operation, int invocation);

    /// <summary>
    /// <paramref name="operation"/> awaits, waits for or unwraps the task of <paramref name="invocation"/>. If it called that
    /// method and did nothing else since, the two share a column: <c>await DepositAsync(50)</c> reads as one story.
    /// Call it before <see cref="AsyncSuspended"/> of the method that awaits.
    /// </summary>
    void AsyncAwaited(Operation operation, int invocation);
}
