using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// A machine with a given number of cores, simulated event by event: what each of them does at an instant of virtual core
/// time is done before anything that any does later. An operation takes a core when one is free (first ready, first
/// served) and keeps it until it blocks or ends. One unit of time is one unit of <see cref="Operation.Work"/>.
/// </summary>
/// <remarks>
/// An ordinary access to memory is no event: what it may touch is either nobody else's or ordered by an event before, so the
/// simulation of a program without data races stays exact, and switches far less often.
/// </remarks>
internal sealed class CoresStrategy(int cores) : IStrategy
{
    private readonly Operation?[] holders = new Operation?[cores];
    private readonly long[] freeAt = new long[cores];
    private readonly PriorityQueue<Operation, (long Since, int Id)> ready = new();
    private readonly List<Operation> blocked = [];
    private int met;
    private bool begun;

    public string Name => $"{holders.Length} cores";

    public bool SeesAll => true;

    public bool Begin() => !begun && (begun = true);

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var core = Array.IndexOf(holders, previous);
        if (core < 0)
            core = Place(previous);
        if (previous.Enabled && previous.Pending.Plain)
            return previous;
        Meet(previous.Execution.Operations);
        if (!previous.Enabled && (previous.Done || !Keeps(previous)))
            Free(core);
        while (true)
        {
            var running = Earliest(holders);
            var free = FirstFree();
            if (free < 0 || FirstReady() is not { } first)
                return running ?? enabled[0];
            var start = Math.Max(first.CoreTime, freeAt[free]);
            if (running is not null && running.CoreTime < start)
                return running;
            ready.Dequeue();
            first.CoreTime = start;
            holders[free] = first;
        }
    }

    private void Meet(IReadOnlyList<Operation> operations)
    {
        for (; met < operations.Count; met++)
        {
            if (Array.IndexOf(holders, operations[met]) < 0)
                blocked.Add(operations[met]);
        }
    }

    /// <summary>The program's first operation runs before anybody is asked: it has held a core since the beginning.</summary>
    private int Place(Operation operation)
    {
        var core = Math.Max(FirstFree(), 0);
        holders[core] = operation;
        return core;
    }

    /// <summary>Whoever pauses keeps its core unless somebody needs one: Thread.Yield.</summary>
    private bool Keeps(Operation operation) =>
        operation.Pending.Kind == StepKind.Pause && (FirstFree() >= 0 || FirstReady() is null);

    private void Free(int core)
    {
        var operation = holders[core]!;
        freeAt[core] = operation.CoreTime;
        holders[core] = null;
        if (!operation.Done)
            blocked.Add(operation);
    }

    /// <summary>Of those that hold a core and can go on (one that pauses cannot right now), the one furthest behind.</summary>
    private static Operation? Earliest(Operation?[] holders)
    {
        Operation? earliest = null;
        foreach (var operation in holders)
        {
            if (operation is { Enabled: true } && (earliest is null || IsBefore(operation, earliest)))
                earliest = operation;
        }

        return earliest;
    }

    /// <summary>
    /// The one that waits for a core longest; it stays in the queue. Being ready may end again (another took the lock) and
    /// begin anew later, so the queue is put right when it is looked at.
    /// </summary>
    private Operation? FirstReady()
    {
        for (var i = blocked.Count - 1; i >= 0; i--)
        {
            if (!blocked[i].Enabled)
                continue;
            ready.Enqueue(blocked[i], (blocked[i].CoreTime, blocked[i].Id));
            blocked[i] = blocked[^1];
            blocked.RemoveAt(blocked.Count - 1);
        }

        while (ready.TryPeek(out var first, out var key))
        {
            if (first.Enabled && key.Since == first.CoreTime)
                return first;
            ready.Dequeue();
            blocked.Add(first);
            if (first.Enabled)
                return FirstReady();
        }

        return null;
    }

    private int FirstFree()
    {
        var first = -1;
        for (var i = 0; i < holders.Length; i++)
        {
            if (holders[i] is null && (first < 0 || freeAt[i] < freeAt[first]))
                first = i;
        }

        return first;
    }

    private static bool IsBefore(Operation one, Operation other) =>
        one.CoreTime < other.CoreTime || (one.CoreTime == other.CoreTime && one.Id < other.Id);
}
