using System.Globalization;
using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Iterative context bounding (Musuvathi and Qadeer, PLDI 2007): all schedules without a preemption, then all with one, then
/// with two… Each is tried once. What fails first, fails with the fewest preemptions possible.
/// </summary>
/// <remarks>
/// One reduction, which keeps every outcome reachable within the same bound: no preemption before a plain access to memory
/// as long as no data race is known. Moved to the next synchronisation, the preemption has the same effect, or else the
/// accesses that tell the difference race (Musuvathi et al., OSDI 2008, §4.2). Once an execution has a race, the search
/// begins anew and preempts everywhere. Sleep sets are left out: with a bound on preemptions they lose schedules (Coons,
/// Musuvathi and McKinley, OOPSLA 2013).
/// </remarks>
/// <param name="checksRaces">Whether executions look for data races; if not, plain accesses are preempted from the start.</param>
/// <param name="bound">The most preemptions to try.</param>
internal sealed class BoundedSearchStrategy(bool checksRaces, int bound = int.MaxValue) : IStrategy
{
    /// <summary>Postponed branches that are kept; beyond it the search is no longer complete and says so.</summary>
    private const int MostPostponed = 200_000;

    private readonly Stack<Decision?> now = new([null]);
    private readonly Stack<Decision?> later = new();
    private readonly List<int> prefix = [];
    private Decision? last;
    private bool everywhere = !checksRaces;
    private bool raced;
    private bool overflowed;
    private int preemptions;
    private int depth;

    public string Name => "bounded search";

    public string? Completed { get; private set; }

    /// <summary>Whether there is no schedule left, with any number of preemptions.</summary>
    public bool TriedAll { get; private set; }

    /// <summary>Schedules tried, all of them different.</summary>
    public int Tried { get; private set; }

    public bool Begin()
    {
        if (raced && !everywhere)
            Restart();
        if (now.Count == 0 && !Deepen())
            return false;
        Decision.Unroll(now.Pop(), prefix);
        last = null;
        depth = 0;
        Tried++;
        return true;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var chosen = depth < prefix.Count ? Find(enabled, prefix[depth]) : Explore(previous, enabled);
        last = new Decision(last, depth++, chosen.Id);
        return chosen;
    }

    public void Finished(Execution execution) => raced |= execution.Race is not null;

    private Operation Explore(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var chosen = DefaultStrategy.Choose(previous, enabled);
        var preempts = ReferenceEquals(chosen, previous);
        if (preempts && previous.Pending.Plain && !everywhere)
            return chosen;
        for (var i = enabled.Count - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(enabled[i], chosen))
                Postpone(preempts ? later : now, enabled[i].Id);
        }

        return chosen;
    }

    private void Postpone(Stack<Decision?> branches, int target)
    {
        if (now.Count + later.Count < MostPostponed)
            branches.Push(new Decision(last, depth, target));
        else
            overflowed = true;
    }

    private bool Deepen()
    {
        if (!overflowed)
        {
            TriedAll = later.Count == 0;
            Completed = string.Create(
                CultureInfo.InvariantCulture,
                $"complete{(TriedAll ? "" : Within())}: {Tried:N0} {(Tried == 1 ? "schedule" : "schedules")}");
        }

        if (later.Count == 0 || preemptions == bound)
            return false;
        preemptions++;

        // Popping what was pushed last and pushing it here turns the order around: branches are tried as they were found.
        while (later.TryPop(out var branch))
            now.Push(branch);
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
        everywhere = true;
        overflowed = false;
        preemptions = 0;
        Tried = 0;
        Completed = null;
        TriedAll = false;
        later.Clear();
        now.Clear();
        now.Push(null);
    }

    /// <summary>The prefix comes from an execution that went the same way, so its target is there unless the program is not
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
