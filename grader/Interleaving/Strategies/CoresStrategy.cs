using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// A machine with a given number of cores, simulated event by event: what each of them does at an instant of virtual core
/// time is done before anything that any does later. An operation takes a core when one is free (first ready, first served)
/// and keeps it until it blocks or ends, or until its slice is over and somebody else is ready. One unit of time is one unit of
/// <see cref="Operation.Work"/>.
/// </summary>
/// <remarks>
/// An ordinary access to memory is no event: what it may touch is either nobody else's or ordered by an event before, so the
/// simulation of a program without data races stays exact, and switches far less often.
/// </remarks>
/// <param name="cores">How many, from 1.</param>
/// <param name="seed">0: who was created first goes first, and at once. Any other: chance decides who does, and how soon a start is felt.</param>
internal sealed class CoresStrategy(int cores, int seed = 0) : IStrategy
{
    /// <summary>Units of work for which an operation keeps its core while others wait for one.</summary>
    public const long Slice = 1_000;

    private const int LatestStart = 100;

    private readonly Operation?[] holders = new Operation?[cores];
    private readonly long[] freeAt = new long[cores];
    private readonly long[] since = new long[cores];
    private readonly ReadyOperations ready = new(cores, seed);
    private readonly Random? late = seed == 0 ? null : new Random(seed);
    private int met;
    private bool begun;

    /// <summary>Is told who holds which core; null for nobody.</summary>
    public CoreTimeline? Timeline { get; init; }

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
        if (previous.Enabled ? Gives(core, previous) : previous.Done || !Keeps(previous))
            Free(core);
        while (true)
        {
            var running = Earliest(holders);
            var free = FirstFree();
            if (free < 0 || ready.First() is not { } first)
                return running ?? enabled[0];
            var start = Math.Max(first.At, freeAt[free]);
            if (running is not null && running.CoreTime < start)
                return running;
            ready.Take(first);
            first.Operation.CoreTime = start;
            first.Operation.SliceEnd = first.Operation.Work + Slice;
            Take(free, first.Operation);
        }
    }

    private void Meet(IReadOnlyList<Operation> operations)
    {
        for (; met < operations.Count; met++)
        {
            if (Array.IndexOf(holders, operations[met]) >= 0)
                continue;
            if (late is not null)
                operations[met].CoreTime += late.Next(LatestStart);
            ready.Add(operations[met]);
        }
    }

    /// <summary>The program's first operation runs before anybody is asked: it has held a core since the beginning.</summary>
    private int Place(Operation operation)
    {
        var core = Math.Max(FirstFree(), 0);
        Take(core, operation);
        return core;
    }

    private void Take(int core, Operation operation)
    {
        (holders[core], since[core]) = (operation, operation.CoreTime);
        Timeline?.Take(core, operation);
    }

    /// <summary>Whoever pauses keeps its core unless somebody needs one: Thread.Yield.</summary>
    private bool Keeps(Operation operation) =>
        operation.Pending.Kind == StepKind.Pause && (FirstFree() >= 0 || ready.First() is null);

    /// <summary>
    /// Whether its slice is over and somebody waits for whom no other core is free: they share the cores fairly, as threads do.
    /// </summary>
    private bool Gives(int core, Operation operation) =>
        operation.CoreTime - since[core] >= Slice && ready.First() is { } first && first.At <= operation.CoreTime
        && ready.Count > holders.Count(static holder => holder is null);

    private void Free(int core)
    {
        var operation = holders[core]!;
        freeAt[core] = operation.CoreTime;
        holders[core] = null;
        Timeline?.Leave(core);
        ready.Left(operation);
    }

    /// <summary>Of those that hold a core and can go on (one that pauses cannot right now), the one furthest behind.</summary>
    private Operation? Earliest(Operation?[] holders)
    {
        Operation? earliest = null;
        foreach (var operation in holders)
        {
            if (operation is { Enabled: true } && (earliest is null || IsBefore(operation, earliest)))
                earliest = operation;
        }

        return earliest;
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

    private bool IsBefore(Operation one, Operation other) =>
        one.CoreTime < other.CoreTime || (one.CoreTime == other.CoreTime && ready.Rank(one) < ready.Rank(other));
}
