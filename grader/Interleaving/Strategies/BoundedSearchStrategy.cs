using System.Globalization;
using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Iterative context bounding (Musuvathi and Qadeer, PLDI 2007): all schedules without a preemption, then all with one, then
/// with two… Each is tried once. What fails first, fails with the fewest preemptions possible. Whoever pauses gives its turn to
/// the next in line; to choose anybody else there counts as a preemption.
/// </summary>
/// <remarks>
/// If every choice at a pause were free, two that spin could pass the turn to and fro without end and without a preemption,
/// while the one that they wait for stands by, and not even the schedules without preemptions would come to an end.
/// <para>
/// Two reductions, which keep every outcome reachable within the same bound. No preemption before a plain access to memory
/// as long as no data race is known. Moved to the next synchronisation, the preemption has the same effect, or else the
/// accesses that tell the difference race (Musuvathi et al., OSDI 2008, §4.2). Once an execution has a race, the search
/// begins anew and preempts everywhere. And no preemption before a wait that has to block, as things are: blocked, the operation
/// lets the same others run for nothing, and goes on at the same moments, for whoever is chosen while it has to wait only comes to
/// block. What this leaves out is one who pauses and goes on when nobody did anything but come to block, and
/// <see cref="Thread.ThreadState"/> of one who is about to. Sleep sets are left out: with a bound on preemptions they lose
/// schedules (Coons, Musuvathi and McKinley, OOPSLA 2013).
/// </para>
/// <para>
/// Depth first, and what has one preemption more is put off, so that no schedule is run again for a higher bound. A branch is
/// kept as the choices in which it differs from the default schedule, and shares them with those that it branches from; beyond
/// the last bound none is kept.
/// </para>
/// </remarks>
/// <param name="checksRaces">Whether executions look for data races; if not, plain accesses are preempted from the start.</param>
/// <param name="bound">The most preemptions to try.</param>
internal sealed class BoundedSearchStrategy(bool checksRaces, int bound = int.MaxValue) : IStrategy
{
    /// <summary>Branches that are kept, some 40 bytes each; beyond it the search is no longer complete and says nothing.</summary>
    private const int MostPending = 500_000;

    private readonly Stack<Branch?> now = new([null]);
    private readonly Stack<Branch?> later = new();
    private readonly List<Branch> path = [];
    private Branch? branch;
    private bool everywhere = !checksRaces;
    private bool again;
    private bool overflowed;
    private bool leftOut;
    private int preemptions;
    private int followed;
    private int depth;

    public string Name => "bounded search";

    public string? Completed { get; private set; }

    /// <summary>Whether there is no schedule left, with any number of preemptions.</summary>
    public bool TriedAll { get; private set; }

    /// <summary>Schedules tried, all of them different.</summary>
    public int Tried { get; private set; }

    /// <summary>Branches that are kept to be tried: what the search holds on to.</summary>
    public int Pending => now.Count + later.Count;

    /// <summary>Schedules tried, and those that are known to be left: no less than there are when all are tried.</summary>
    public int Known => Tried + Pending;

    public bool Begin()
    {
        if (again)
            Restart();
        if (now.Count == 0 && !Deepen())
            return false;
        branch = now.Pop();
        Branch.Unroll(branch, path);
        followed = 0;
        depth = 0;
        Tried++;
        return true;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var chosen = followed == path.Count ? Explore(previous, enabled)
            : path[followed].Depth > depth ? DefaultStrategy.Choose(previous, enabled)
            : Find(enabled, path[followed++].Target);
        depth++;
        return chosen;
    }

    /// <summary>A store is delayed, or it is not: one more choice, and the one that is not the default counts as a preemption.</summary>
    public bool Delays(Operation previous, bool worthwhile)
    {
        if (!worthwhile)
            return false;
        var delays = followed < path.Count && path[followed].Depth <= depth;
        if (delays)
            followed++;
        else if (followed == path.Count)
            Postpone(later, previous.Id);
        depth++;
        return delays;
    }

    /// <summary>A cancellation is one more choice wherever others may be preferred, and counts as a preemption.</summary>
    public bool Cancels(Operation previous, Operation cancellation, bool drawn)
    {
        if (previous.Pending.Plain && !everywhere)
            return false;
        var cancels = followed < path.Count && path[followed].Depth <= depth;
        if (cancels)
            followed++;
        else if (followed == path.Count)
            Postpone(later, cancellation.Id);
        depth++;
        return cancels;
    }

    public void Finished(Execution execution)
    {
        var races = execution.Memory.Race is not null || execution.Races?.Tolerates == true;
        again |= execution.DelayedStores.HasLearned || execution.LateEnds.HasLearned || execution.DisposedSources.HasLearned || (races && !everywhere);
        everywhere |= races;
    }

    private Operation Explore(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var chosen = DefaultStrategy.Choose(previous, enabled);
        var goesOn = ReferenceEquals(chosen, previous);
        if (goesOn && (previous.Pending.Waits || (previous.Pending.Plain && !everywhere)))
            return chosen;
        var branches = goesOn || previous.Pending.Kind == StepKind.Pause ? later : now;
        for (var i = enabled.Count - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(enabled[i], chosen))
                Postpone(branches, enabled[i].Id);
        }

        return chosen;
    }

    private void Postpone(Stack<Branch?> branches, int target)
    {
        if (ReferenceEquals(branches, later) && preemptions == bound)
            leftOut = true;
        else if (Pending < MostPending)
            branches.Push(new Branch(branch, depth, target));
        else
            overflowed = true;
    }

    private bool Deepen()
    {
        if (!overflowed)
        {
            TriedAll = later.Count == 0 && !leftOut;
            Completed = string.Create(
                CultureInfo.InvariantCulture,
                $"complete{(TriedAll ? "" : Within())}: {Tried:N0} {(Tried == 1 ? "schedule" : "schedules")}");
        }

        if (later.Count == 0 || preemptions == bound)
            return false;
        preemptions++;

        // Popping what was pushed last and pushing it here turns the order around: branches are tried as they were found.
        while (later.TryPop(out var postponed))
            now.Push(postponed);
        return true;
    }

    private string Within() => preemptions switch
    {
        0 => " without preemptions",
        1 => " within 1 preemption",
        _ => $" within {preemptions} preemptions",
    };

    private void Restart()
    {
        again = false;
        overflowed = false;
        leftOut = false;
        preemptions = 0;
        Tried = 0;
        Completed = null;
        TriedAll = false;
        later.Clear();
        now.Clear();
        now.Push(null);
    }

    /// <summary>The branch comes off an execution that went the same way, so its target is there unless the program is not
    /// under control; the run that checks the schedule will tell.</summary>
    private static Operation Find(IReadOnlyList<Operation> enabled, int id)
    {
        foreach (var operation in enabled)
        {
            if (operation.Id == id)
                return operation;
        }

        return enabled[0];
    }
}
