using Interleaving.Scheduling;
using Interleaving.Weaving;

namespace Interleaving.Counterexamples;

/// <summary>Writes down what happened in one execution, in order: the raw material of the interleaving table.</summary>
/// <remarks>It must not change the run that it records: no step is taken here and no code of the program is called.</remarks>
internal sealed partial class Recorder
{
    private readonly List<Event> events = [];
    private readonly List<Strand> strands = [];
    private readonly Dictionary<Operation, Stack<Strand>> running = [];
    private Operation? preempting;

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Event> Events => events;

    public void Spawned(Operation parent, Operation child) =>
        Add(parent, EventKind.Started, parent.Site, "starts " + child.Name);

    public void Blocked(Operation operation) =>
        Add(operation, EventKind.Blocked, operation.Site, "waits for " + operation.Waiting!.For);

    public void Unblocked(Operation operation) => Add(operation, EventKind.Unblocked, operation.Site, "goes on");

    public void Ended(Operation operation) => Add(operation, EventKind.Ended, -1, "ends");

    /// <summary>The turn goes to <paramref name="next"/> although <paramref name="operation"/> could have gone on.</summary>
    public void Preempted(Operation operation, Operation next) => preempting = ReferenceEquals(operation, next) ? null : next;

    /// <summary>A read or write of memory with its value.</summary>
    public void Accessed(Operation operation, int site, bool write, object? value) =>
        Add(operation, write ? EventKind.Write : EventKind.Read, site, Values.Show(value), Values.IsOpaque(value));

    /// <summary>An act on a synchronisation object, in words that read after its name: "acquires the lock on Account".</summary>
    public void Note(Operation operation, string text) => Add(operation, EventKind.Note, operation.Site, text);

    /// <summary>A method of the program begins: the first one gives an operation its title.</summary>
    public void Entered(Operation operation, int site, object?[] arguments)
    {
        var strand = Current(operation);
        if (strand.Title is null && strand.Operation.Id > 0 && Sites.Get(site) is { } place)
            strand.Title = Titles.Of(place.Method, arguments);
    }

    private void Add(Operation operation, EventKind kind, int site, string text, bool isReference = false)
    {
        var strand = Current(operation);
        strand.Events++;
        var preempts = ReferenceEquals(preempting, operation);
        if (preempts)
            preempting = null;
        events.Add(new Event(operation, strand, kind, site, operation.Execution.Now, text, isReference, preempts));
    }

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
