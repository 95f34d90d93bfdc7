using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>Every strategy that an option can name. A new one is a member of <see cref="Strategy"/>, a file here, and a row.</summary>
internal static class StrategyTable
{
    public static IReadOnlyList<StrategyRow> All { get; } =
    [
        new(Strategy.Portfolio, "", options => PortfolioStrategy.Standard(options.Seed, options.DataRaces)),
        new(Strategy.BoundedSearch, " (with `Preemptions` as its bound)", options => new BoundedSearchStrategy(options.DataRaces, options.Preemptions ?? int.MaxValue)),
        new(Strategy.RandomWalk, "", options => new RandomWalkStrategy(options.Seed)),
        new(Strategy.Pct, " (with `Depth`)", options => new PctStrategy(options.Seed, options.Depth)),
        new(Strategy.Pos, "", options => new PosStrategy(options.Seed)),
        new(Strategy.Urw, "", options => new UrwStrategy(options.Seed)),
        new(Strategy.Surw, " (with `Interest`: a field, or the type of the objects that are locked)", options => new SurwStrategy(options.Seed, options.Interest)),
    ];

    /// <summary>The strategy that the options name.</summary>
    public static IStrategy Create(ExplorationOptions options) =>
        All.FirstOrDefault(row => row.Strategy == options.Strategy)?.Create(options)
        ?? throw new ArgumentOutOfRangeException(nameof(options), options.Strategy, null);
}

/// <param name="Strategy">Its name among the options.</param>
/// <param name="Options">Which other options are for it alone, for the README; empty when none is.</param>
/// <param name="Create">Makes one, for one search.</param>
internal sealed record StrategyRow(Strategy Strategy, string Options, Func<ExplorationOptions, IStrategy> Create);
