using Benchmarks.Simulation;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

/// <summary>
/// The random strategies beside plain simulations of what their papers say, on the events of SCTBench's programs: nowhere may
/// one need more than 1.5 times as many schedules to the first bug.
/// </summary>
[TestFixture]
internal sealed class StrategiesOnEventsTests
{
    private const int Runs = 50;
    private const int Budget = 200;

    private static readonly string[] Programs =
    [
        "CS/account", "CS/lazy01", "CS/deadlock01", "CS/twostage", "CS/twostage_20", "CS/reorder_3", "CS/reorder_10", "CS/stack",
        "CS/token_ring", "CS/wronglock_3", "CS/bluetooth_driver", "CB/stringbuffer-jdk1.4", "Chess/WorkStealQueue",
    ];

    [Test]
    public void A_random_walk_is_one() => Compare(seed => new RandomWalkStrategy(seed), seed => new SimulatedWalk(seed));

    [Test]
    public void PCT_is_as_published() => Compare(seed => new PctStrategy(seed, 3), seed => new SimulatedPct(seed, 3));

    [Test]
    public void POS_is_as_published() => Compare(seed => new PosStrategy(seed), seed => new SimulatedPos(seed));

    [Test]
    public void URW_is_as_published() => Compare(seed => new UrwStrategy(seed), seed => new SimulatedUrw(seed));

    /// <summary>What the mix needs, that has to serve for all of them.</summary>
    [TestCaseSource(nameof(Programs))]
    public void The_portfolio_finds_it_within_a_hundred(string program) => Schedules(
        program, seed => new ExplorerOnEvents(PortfolioStrategy.Standard(seed, checksRaces: false))).ShouldBeLessThan(100);

    [Test]
    public void SURW_is_as_published() => Compare(seed => new SurwStrategy(seed), seed => new SimulatedSurw(seed));

    private static void Compare(Func<int, IStrategy> strategy, Func<int, SimulatedStrategy> published)
    {
        foreach (var program in Programs)
        {
            Schedules(program, seed => new ExplorerOnEvents(strategy(seed)))
                .ShouldBeLessThan(1.5 * Schedules(program, published), program);
        }
    }

    /// <summary>To the first bug, on average; a run that does not find it counts with its budget.</summary>
    private static double Schedules(string program, Func<int, SimulatedStrategy> strategy) =>
        Enumerable.Range(1, Runs).Average(seed => SimulatedSctBench.SchedulesToBug(program, strategy(seed), Budget) ?? Budget);
}
