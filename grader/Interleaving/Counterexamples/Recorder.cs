using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Writes down what happened in one execution, in order: the raw material of the story.</summary>
internal sealed partial class Recorder : IRecorder
{
    private readonly List<Event> events = [];
    private readonly List<AsyncInvocation> invocations = [];
    private readonly Dictionary<Operation, Stack<AsyncInvocation>> running = [];
    private readonly Dictionary<Exception, (int At, Operation Operation, AsyncInvocation AsyncInvocation, long Now)> thrown = new(ReferenceEqualityComparer.Instance);
    private Operation? preempting;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Event> Events => events;

    /// <inheritdoc/>
    public void Spawned(Operation parent, Operation child) =>
        Add(new Event(parent, Current(parent), EventKind.Started, parent.Site, parent.Execution.Time.Now) { Child = child, Shown = child.Name });

    /// <inheritdoc/>
    public void Blocked(Operation operation) =>
        Add(new Event(operation, Current(operation), EventKind.Blocked, operation.Site, operation.Execution.Time.Now) { Wait = operation.Waiting });

    /// <inheritdoc/>
    public void Unblocked(Operation operation) => Add(operation, EventKind.Unblocked, operation.Site);

    /// <inheritdoc/>
    public void Ended(Operation operation) => Add(operation, EventKind.Ended, -1);

    /// <inheritdoc/>
    public void Preempted(Operation operation, Operation next) => preempting = ReferenceEquals(operation, next) ? null : next;

    /// <inheritdoc/>
    public void Accessed(Operation operation, int site, bool write, object? value) =>
        Access(operation, site, write, operation.Execution.ValueFormatter.Value(value));

    /// <inheritdoc/>
    public void Touched(Operation operation, int site, bool write) => Access(operation, site, write, "");

    /// <inheritdoc/>
    public void Acted(Operation operation, EventKind kind, object? target, string shown = "", (int Before, int After) permits = default)
    {
        if (target is not null)
            ObjectNames.Meet(operation.Execution, target, operation.Site);
        Add(new Event(operation, Current(operation), kind, operation.Site, operation.Execution.Time.Now)
        {
            Target = target,
            Shown = shown,
            Permits = permits,
        });
    }

    /// <inheritdoc/>
    public void Entered(Operation operation, int site, object?[] arguments)
    {
        var invocation = Current(operation);
        if (invocation.Title is null && invocation.Operation.Id > 0 && Sites.Get(site) is { } place)
            invocation.Title = OperationLabels.Of(place.Method, arguments, operation.Execution.ValueFormatter);
    }

    /// <inheritdoc/>
    public void Raced(Operation operation, Race race)
    {
        var first = events.FindLast(e =>
            e.IsAccess && e.Site == race.First.Site && ReferenceEquals(e.Operation, race.First.Operation)
            && e.Kind == EventKind.Wrote == race.First.Write);
        if (first is not null)
            first.Fails = true;
        Touched(operation, race.Second.Site, race.Second.Write);
        events[^1].Fails = true;
    }

    /// <inheritdoc/>
    public void Seen(Operation operation, int site, object? value)
    {
        if (!operation.Execution.Over)
            Add(operation, EventKind.ReachedMemory, site, operation.Execution.ValueFormatter.Value(value));
    }

    /// <inheritdoc/>
    public void Overlaps(Operation one, Operation other)
    {
        foreach (var operation in (Operation[])[one, other])
        {
            Touched(operation, operation.Pending.Site, operation.Pending.Kind == StepKind.Write);
            events[^1].Fails = true;
        }
    }

    /// <inheritdoc/>
    public void Throws(Operation operation, Exception exception) =>
        thrown.TryAdd(exception, (events.Count, operation, Current(operation), operation.Execution.Time.Now));

    /// <inheritdoc/>
    public void Failed(Operation? operation, FailureKind kind, string message, int site, Exception? exception)
    {
        if (kind == FailureKind.Deadlock)
        {
            MarkBlocked(static e => e.Operation.Waiting?.Holder is not null);
            if (!events.Exists(e => e.Fails))
                MarkBlocked(static _ => true);
        }
        else if (kind != FailureKind.DataRace && operation is not null)
        {
            if (exception is not null && thrown.TryGetValue(Thrown.Origin(exception), out var first))
            {
                events.Insert(first.At, new Event(first.Operation, first.AsyncInvocation, EventKind.Failed, site, first.Now)
                {
                    Failure = kind,
                    Shown = message,
                    Fails = true,
                });
                return;
            }

            // The test's own body may fail in whichever operation completes it, but it is the test that fails.
            var invocation = kind == FailureKind.Assertion ? Root(operation.Execution.Operations[0]) : Current(operation);
            Add(new Event(operation, invocation, EventKind.Failed, site, operation.Execution.Time.Now) { Failure = kind, Shown = message, Fails = true });
        }
    }

    private void MarkBlocked(Func<Event, bool> isCause)
    {
        foreach (var last in events.GroupBy(e => e.AsyncInvocation).Select(own => own.Last()))
        {
            // A caller that awaits what is told in its own column is no news.
            var isNews = last.Awaited is not { } awaited || !ReferenceEquals(awaited.Column, last.AsyncInvocation.Column);
            last.Fails = last.Step == StoryStepKind.Wait && isNews && isCause(last);
        }
    }

    private void Access(Operation operation, int site, bool write, string shown)
    {
        var announced = operation.Pending.Site == site;
        Add(new Event(operation, Current(operation), write ? EventKind.Wrote : EventKind.Read, site, operation.Execution.Time.Now)
        {
            Target = announced ? operation.Pending.Target : null,
            Offset = announced ? operation.Pending.Offset : 0,
            Shown = shown,
        });
    }

    private void Add(Operation operation, EventKind kind, int site, string shown = "") =>
        Add(new Event(operation, Current(operation), kind, site, operation.Execution.Time.Now) { Shown = shown });

    private void Add(Event e)
    {
        // Once it is over, operations only unwind: that is no part of the story.
        if (e.Operation.Execution.Over)
            return;
        e.AsyncInvocation.Events++;
        e.Preempts = ReferenceEquals(preempting, e.Operation);
        if (e.Preempts)
            preempting = null;
        events.Add(e);
    }

    private AsyncInvocation Root(Operation operation) => Running(operation).Last();

    private AsyncInvocation Current(Operation operation) => Running(operation).Peek();

    private Stack<AsyncInvocation> Running(Operation operation)
    {
        if (running.TryGetValue(operation, out var known))
            return known;
        var stack = new Stack<AsyncInvocation>();
        stack.Push(Begin(operation, null, null));
        running.Add(operation, stack);
        return stack;
    }

    private AsyncInvocation Begin(Operation operation, AsyncInvocation? parent, string? title)
    {
        var invocation = new AsyncInvocation(invocations.Count, operation, parent, title);
        invocations.Add(invocation);
        return invocation;
    }
}
