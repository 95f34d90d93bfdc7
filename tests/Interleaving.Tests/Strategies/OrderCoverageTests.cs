using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

/// <summary>How likely the next execution is to show an order that has not been seen.</summary>
[TestFixture]
internal sealed class OrderCoverageTests
{
    [Test]
    public void At_first_everything_is_new() => new OrderCoverage().Unseen.ShouldBe(1);

    [Test]
    public void What_was_seen_once_counts_and_what_came_again_does_not()
    {
        var coverage = new OrderCoverage();
        coverage.Add(Independent());
        coverage.Unseen.ShouldBe(1);
        coverage.Add(Independent());
        coverage.Unseen.ShouldBe(0);
        coverage.Add(Independent());
        coverage.Unseen.ShouldBe(0);
    }

    [Test]
    public void Two_that_hand_something_over_are_another_order_than_two_that_do_not()
    {
        var coverage = new OrderCoverage();
        coverage.Add(Independent());
        coverage.Add(HandedOver());
        coverage.Unseen.ShouldBe(1);
    }

    private static Execution Independent() => Scenario.Run(
        new DefaultStrategy(), Scenario.Together(Scenario.Steps([], "a", 1), Scenario.Steps([], "b", 1)));

    private static Execution HandedOver()
    {
        var state = new SyncState();
        return Scenario.Run(
            new DefaultStrategy(),
            Scenario.Together(state.Release, state.Acquire));
    }
}
