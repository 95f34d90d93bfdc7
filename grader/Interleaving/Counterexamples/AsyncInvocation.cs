using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>
/// A line of the story that gets a column of its own: an operation, or one invocation of an async method that goes on
/// while its caller does. Two calls of an async method on one thread are two invocations, although they share operations.
/// </summary>
internal sealed class AsyncInvocation(int id, Operation operation, AsyncInvocation? parent, string? title)
{
    private int eventsWhenSuspended = -1;
    private bool awaitedAtOnce;

    /// <summary>Dense from 0 in order of creation.</summary>
    public int Id { get; } = id;

    /// <summary>The operation that began it.</summary>
    public Operation Operation { get; } = operation;

    /// <summary>The invocation that called the async method; null for an operation's own invocation.</summary>
    public AsyncInvocation? Parent { get; } = parent;

    /// <summary>The method and its arguments: "Deposit(50)"; null when there is nothing better than the operation's name.</summary>
    public string? Title { get; set; } = title;

    /// <summary>How many events it has so far.</summary>
    public int Events { get; set; }

    /// <summary>The invocation whose column its events stand in: its caller's, when that did nothing else but wait for it.</summary>
    public AsyncInvocation Column => Parent is { } parent && (eventsWhenSuspended < 0 || awaitedAtOnce) ? parent.Column : this;

    public void Suspended()
    {
        if (eventsWhenSuspended < 0 && Parent is { } parent)
            eventsWhenSuspended = parent.Events;
    }

    public void AwaitedBy(AsyncInvocation invocation)
    {
        if (ReferenceEquals(invocation, Parent) && invocation.Events == eventsWhenSuspended)
            awaitedAtOnce = true;
    }
}
