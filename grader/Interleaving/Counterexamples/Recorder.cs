using Interleaving.Scheduling;
using Interleaving.SourceMap;
using Interleaving.Weaving;

namespace Interleaving.Counterexamples;

/// <summary>Writes down what happened in one execution, in order: the raw material of the story.</summary>
internal sealed partial class Recorder : IRecorder
{
    private readonly List<Event> events = [];
    private readonly List<Strand> strands = [];
    private readonly Dictionary<Operation, Stack<Strand>> running = [];
    private readonly Dictionary<Exception, (int At, Operation Operation, Strand Strand, long Now)> thrown = new(ReferenceEqualityComparer.Instance);
    private Operation? preempting;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Event> Events => events;

    /// <inheritdoc/>
    public void Spawned(Operation parent, Operation child) =>
        Add(parent, StoryStepKind.Start, parent.Site, "starts " + child.Name, child);

    /// <inheritdoc/>
    public void Blocked(Operation operation) =>
        Add(operation, StoryStepKind.Wait, operation.Site, "waits for " + operation.Waiting!.For);

    /// <inheritdoc/>
    public void Unblocked(Operation operation) => Add(operation, StoryStepKind.Resume, operation.Site, "goes on");

    /// <inheritdoc/>
    public void Ended(Operation operation) => Add(operation, StoryStepKind.End, -1, "ends");

    /// <inheritdoc/>
    public void Preempted(Operation operation, Operation next) => preempting = ReferenceEquals(operation, next) ? null : next;

    /// <inheritdoc/>
    public void Accessed(Operation operation, int site, bool write, object? value) =>
        Add(operation, write ? StoryStepKind.Write : StoryStepKind.Read, site, operation.Execution.Disclosure.Value(value));

    /// <inheritdoc/>
    public void Touched(Operation operation, int site, bool write) =>
        Add(operation, write ? StoryStepKind.Write : StoryStepKind.Read, site, "");

    /// <inheritdoc/>
    public void Note(Operation operation, string text) => Add(operation, StoryStepKind.Note, operation.Site, text);

    /// <inheritdoc/>
    public void Entered(Operation operation, int site, object?[] arguments)
    {
        var strand = Current(operation);
        if (strand.Title is null && strand.Operation.Id > 0 && Sites.Get(site) is { } place)
            strand.Title = Titles.Of(place.Method, arguments, operation.Execution.Disclosure);
    }

    /// <inheritdoc/>
    public void Raced(Operation operation, Race race)
    {
        var first = events.FindLast(e =>
            e.IsAccess && e.Site == race.First.Site && e.Operation.Name == race.First.Operation
            && e.Kind == StoryStepKind.Write == race.First.Write);
        if (first is not null)
            first.Fails = true;
        Add(operation, race.Second.Write ? StoryStepKind.Write : StoryStepKind.Read, race.Second.Site, "");
        events[^1].Fails = true;
    }

    /// <inheritdoc/>
    public void Seen(Operation operation, int site, object? value)
    {
        if (!operation.Execution.Over)
            Add(operation, StoryStepKind.Note, site, $"others see {Sites.Get(site)?.Member ?? "it"} ← {operation.Execution.Disclosure.Value(value)}");
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
        thrown.TryAdd(exception, (events.Count, operation, Current(operation), operation.Execution.Now));

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
                var told = new Event(first.Operation, first.Strand, StoryStepKind.Fail, site, first.Now, Told(kind, message)) { Fails = true };
                events.Insert(first.At, told);
                return;
            }

            // The test's own body may fail in whichever operation completes it, but it is the test that fails.
            var strand = kind == FailureKind.Assertion ? Root(operation.Execution.Operations[0]) : Current(operation);
            Add(operation, strand, StoryStepKind.Fail, site, Told(kind, message));
            events[^1].Fails = true;
        }
    }

    private void MarkBlocked(Func<Event, bool> isCause)
    {
        foreach (var last in events.GroupBy(e => e.Strand).Select(own => own.Last()))
        {
            // A caller that awaits what is told in its own column is no news.
            var isNews = last.Awaited is not { } awaited || !ReferenceEquals(awaited.Column, last.Strand.Column);
            last.Fails = last.Kind == StoryStepKind.Wait && isNews && isCause(last);
        }
    }

    private static string Told(FailureKind kind, string message) => kind switch
    {
        FailureKind.Livelock => "goes round without an end",
        FailureKind.StepLimit => "has not ended yet",
        FailureKind.Assertion or FailureKind.UnhandledException or FailureKind.DataRace or FailureKind.Deadlock
            or FailureKind.Unsupported or FailureKind.Nondeterminism => Titles.OneLine(message),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private void Add(Operation operation, StoryStepKind kind, int site, string text, Operation? child = null) =>
        Add(operation, Current(operation), kind, site, text, child);

    private void Add(Operation operation, Strand strand, StoryStepKind kind, int site, string text, Operation? child = null)
    {
        // Once it is over, operations only unwind: that is no part of the story.
        if (operation.Execution.Over)
            return;
        strand.Events++;
        var preempts = ReferenceEquals(preempting, operation);
        if (preempts)
            preempting = null;
        var announced = kind is StoryStepKind.Read or StoryStepKind.Write && operation.Pending.Site == site;
        events.Add(new Event(operation, strand, kind, site, operation.Execution.Now, text)
        {
            Target = announced ? operation.Pending.Target : null,
            Offset = announced ? operation.Pending.Offset : 0,
            Child = child,
            Preempts = preempts,
        });
    }

    private Strand Root(Operation operation) => Running(operation).Last();

    private Strand Current(Operation operation) => Running(operation).Peek();

    private Stack<Strand> Running(Operation operation)
    {
        if (running.TryGetValue(operation, out var known))
            return known;
        var stack = new Stack<Strand>();
        stack.Push(Begin(operation, null, null));
        running.Add(operation, stack);
        return stack;
    }

    private Strand Begin(Operation operation, Strand? parent, string? title)
    {
        var strand = new Strand(strands.Count, operation, parent, title);
        strands.Add(strand);
        return strand;
    }
}
