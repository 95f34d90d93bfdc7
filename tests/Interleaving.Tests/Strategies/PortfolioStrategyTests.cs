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
    public void The_bounded_search_leads_until_it_knows_of_more_than_it_may_take_and_then_the_members_take_turns()
    {
        var portfolio = PortfolioStrategy.Standard(1, checksRaces: false);
        var names = new List<string>();
        while (names.Count < 300)
        {
            portfolio.Begin();
            names.Add(portfolio.Name);
            Scenario.Run(portfolio, Scenario.Together([.. Enumerable.Range(0, 6).Select(i => Scenario.Steps([], $"{i}", 20))]));
        }

        var turns = names.SkipWhile(name => name == "bounded search").ToList();
        (names.Count - turns.Count).ShouldBeInRange(1, 10);
        turns.Take(10).ShouldBe(["URW", "SURW", "URW", "PCT(3)", "bounded search", "URW", "SURW", "URW", "POS", "bounded search"]);
    }

    [Test]
    public void A_small_program_is_searched_completely_and_nothing_else_is_tried()
    {
        var portfolio = PortfolioStrategy.Standard(1, checksRaces: false);
        var traces = Scenario.Explore(portfolio, Program);
        traces.Count.ShouldBe(6);
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
