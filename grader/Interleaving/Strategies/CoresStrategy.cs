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
        if (!previous.Enabled && (previous.Done || !Keeps(previous, enabled)))
            Free(core);
        while (true)
        {
            var running = Earliest(holders);
            var ready = FirstReady(enabled);
            var free = ready is null ? -1 : FirstFree();
            if (free < 0)
                return running ?? enabled[0];
            var start = Math.Max(ready!.CoreTime, freeAt[free]);
            if (running is not null && running.CoreTime < start)
                return running;
            ready.CoreTime = start;
            holders[free] = ready;
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
    private bool Keeps(Operation operation, IReadOnlyList<Operation> enabled) =>
        operation.Pending.Kind == StepKind.Pause && (FirstReady(enabled) is null || FirstFree() >= 0);

    private void Free(int core)
    {
        freeAt[core] = holders[core]!.CoreTime;
        holders[core] = null;
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

    private Operation? FirstReady(IReadOnlyList<Operation> enabled)
    {
        Operation? first = null;
        foreach (var operation in enabled)
        {
            if (Array.IndexOf(holders, operation) < 0 && (first is null || operation.CoreTime < first.CoreTime))
                first = operation;
        }

        return first;
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
