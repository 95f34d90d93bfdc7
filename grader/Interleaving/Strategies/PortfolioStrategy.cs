using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Several strategies in turn, one execution each: no single one is best for all bugs. The first execution is the default
/// schedule. When a member has tried everything there is, nothing is left for the others either.
/// </summary>
internal sealed class PortfolioStrategy(params IReadOnlyList<IStrategy> members) : IStrategy
{
    private readonly bool[] exhausted = new bool[members.Count];
    private int current = -1;

    public string Name => members[Math.Max(current, 0)].Name;

    public string? Completed => members.Select(member => member.Completed).FirstOrDefault(text => text is not null);

    public bool SeesAll => members[Math.Max(current, 0)].SeesAll;

    /// <summary>
    /// The mix that <c>[Interleaved]</c> uses: one that leaves nothing out, one that spreads evenly over the orders that
    /// matter, one for bugs that hide behind long delays in turn with one that does not mind independent steps, and one that
    /// spreads evenly over all orders.
    /// </summary>
    public static PortfolioStrategy Standard(int seed, bool checksRaces) => new(
        new BoundedSearchStrategy(checksRaces),
        new SurwStrategy(seed),
        new PortfolioStrategy(new PctStrategy(unchecked(seed + 1), 3), new PosStrategy(unchecked(seed + 2))),
        new UrwStrategy(unchecked(seed + 3)));

    public bool Begin()
    {
        for (var tried = 0; tried < members.Count; tried++)
        {
            current = (current + 1) % members.Count;
            if (exhausted[current])
                continue;
            if (members[current].Begin())
                return true;
            exhausted[current] = true;
            if (members[current] is BoundedSearchStrategy { TriedAll: true })
                return false;
        }

        return false;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled) => members[current].Next(previous, enabled);

    /// <summary>All hear of it: a race that one met tells the others where to look.</summary>
    public void Finished(Execution execution)
    {
        foreach (var member in members)
            member.Finished(execution);
    }
}
