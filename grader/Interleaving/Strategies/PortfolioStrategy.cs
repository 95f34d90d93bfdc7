using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Several strategies in turn, one execution each: no single one is best for all bugs. The first execution is the default
/// schedule. When a member has tried everything there is, nothing is left for the others either.
/// </summary>
internal sealed class PortfolioStrategy(params IReadOnlyList<IStrategy> members) : IStrategy
{
    /// <summary>
    /// Schedules that a bounded search may take before the others join in: it has them to itself for as long as those that it has tried
    /// and those that it knows to be left are no more, so that a small program is searched completely and without detours.
    /// </summary>
    private const int Lead = 300;

    private readonly bool[] exhausted = new bool[members.Count];
    private int current = -1;
    private bool raced;
    private bool failed;

    /// <summary>Whether a bounded search is under way alone, since it may soon be complete.</summary>
    public bool Leads => !raced && !failed && !exhausted[0] && members[0] is BoundedSearchStrategy { Known: <= Lead };

    public string Name => members[Math.Max(current, 0)].Name;

    public string? Completed => members.Select(member => member.Completed).FirstOrDefault(text => text is not null);

    public bool SeesAll => members[Math.Max(current, 0)].SeesAll;

    /// <summary>
    /// The mix that <c>[Interleaved]</c> uses: one that leaves nothing out, one that spreads evenly over the orders that
    /// matter, one for bugs that hide behind long delays in turn with one that does not mind independent steps, and one that
    /// spreads evenly over all orders, twice as often as the others.
    /// </summary>
    public static PortfolioStrategy Standard(int seed, bool checksRaces)
    {
        var urw = new UrwStrategy(unchecked(seed + 3));
        return new(
            new BoundedSearchStrategy(checksRaces),
            urw,
            new SurwStrategy(seed),
            urw,
            new PortfolioStrategy(new PctStrategy(unchecked(seed + 1), 3), new PosStrategy(unchecked(seed + 2))));
    }

    public bool Begin()
    {
        for (var tried = 0; tried < members.Count; tried++)
        {
            current = Leads ? 0 : (current + 1) % members.Count;
            if (exhausted[current])
                continue;
            if (members[current].Begin())
                return true;
            exhausted[current] = true;
            if (members[current] is BoundedSearchStrategy { TriedAll: true } && !failed)
                return false;
        }

        return false;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled) => members[current].Next(previous, enabled);

    public bool Delays(Operation previous, bool worthwhile) => members[current].Delays(previous, worthwhile);

    public bool EndsLate(Operation previous, bool worthwhile) => members[current].EndsLate(previous, worthwhile);

    public bool Cancels(Operation previous, Operation cancellation, bool drawn) => members[current].Cancels(previous, cancellation, drawn);

    /// <summary>All hear of it: a race that one met tells the others where to look.</summary>
    public void Finished(Execution execution)
    {
        raced |= execution.Memory.Race is not null;
        // Who asks for another execution after one that failed did not believe it: what it cut off has not been tried.
        failed |= execution.Failure is not null;
        foreach (var member in members)
            member.Finished(execution);
    }
}
