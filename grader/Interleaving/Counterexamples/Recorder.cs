using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>Writes down what happened in one execution, in order: the raw material of the interleaving table.</summary>
internal sealed class Recorder
{
    private readonly List<Event> events = [];

    public IReadOnlyList<Event> Events => events;

    public void Spawned(Operation parent, Operation child) =>
        Add(parent, parent.Site, "starts " + child.Name);

    public void Blocked(Operation operation) => Add(operation, operation.Site, "waits for " + operation.Waiting!.For);

    public void Unblocked(Operation operation) => Add(operation, operation.Site, "goes on");

    public void Ended(Operation operation) => Add(operation, -1, "ends");

    /// <summary>A read or write of memory with its value.</summary>
    public void Accessed(Operation operation, int site, bool write, object? value) =>
        events.Add(new Event(operation, site, operation.Steps, operation.Execution.Now, null, write, value));

    /// <summary>An act on a synchronisation object, in words: "acquires the lock on Account".</summary>
    public void Note(Operation operation, string text) => Add(operation, operation.Site, text);

    /// <summary>A method of the program begins: the first one gives an operation its title.</summary>
    public void Entered(Operation operation, int site, object?[] arguments)
    {
    }

    private void Add(Operation operation, int site, string text) =>
        events.Add(new Event(operation, site, operation.Steps, operation.Execution.Now, text, false, null));
}
