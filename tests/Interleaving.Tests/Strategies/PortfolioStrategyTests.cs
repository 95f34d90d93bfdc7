using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

[TestFixture]
internal sealed class PortfolioStrategyTests
{
    [Test]
    public void The_default_schedule_comes_first() =>
        Scenario.Explore(PortfolioStrategy.Standard(1, checksRaces: false), Program, 1).ShouldBe(["a1 a2 b1 b2"]);

    [Test]
    public void The_members_take_turns()
    {
        var portfolio = PortfolioStrategy.Standard(1, checksRaces: false);
        var names = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            portfolio.Begin();
            names.Add(portfolio.Name);
        }

        names.ShouldBe(["bounded search", "SURW", "PCT(3)", "URW", "bounded search", "SURW", "POS", "URW"]);
    }

    [Test]
    public void When_everything_has_been_tried_nothing_is_left_to_sample()
    {
        var portfolio = PortfolioStrategy.Standard(1, checksRaces: false);
        var traces = Scenario.Explore(portfolio, Program);

        // Six by the search, and three samples after each.
        traces.Count.ShouldBe(24);
        portfolio.Completed.ShouldBe("complete: 6 schedules");
    }

    [Test]
    public void A_member_that_has_nothing_left_is_passed_over()
    {
        var portfolio = new PortfolioStrategy(new DefaultStrategy(), new RandomWalkStrategy(1));
        Scenario.Explore(portfolio, Program, 10).Count.ShouldBe(10);
        portfolio.Name.ShouldBe("random walk");
    }

    private static Action<Operation> Program(List<string> trace) =>
        Scenario.Together(Scenario.Steps(trace, "a", 2), Scenario.Steps(trace, "b", 2));
}
