namespace Interleaving.Tests.Strategies;

/// <summary>A test may choose how it is searched.</summary>
public sealed class ChosenStrategyTests
{
    private const string Correct = """
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        Check.That(count == 2, "lost");
        """;

    private const string Members = """
        static int count; static readonly object gate = new();
        static void Add() { lock (gate) count++; }
        """;

    private const string Broken = """
        static int count; static int noise;
        static void Add() { for (var i = 0; i < 3; i++) Interlocked.Increment(ref noise); var read = Volatile.Read(ref count); Volatile.Write(ref count, read + 1); }
        """;

    [TestCase(0, "complete without preemptions: ")]
    [TestCase(1, "complete within 1 preemption: ")]
    [TestCase(2, "complete within 2 preemptions: ")]
    public void A_bounded_search_ends_at_its_bound_and_says_so(int bound, string says)
    {
        var exploration = Program.Explore(
            Program.Of(Correct, Members),
            new ExplorationOptions { Strategy = Strategy.BoundedSearch, Preemptions = bound, Schedules = 10_000 });
        exploration.Failure.ShouldBeNull(exploration.Message);
        exploration.Complete.ShouldNotBeNull().ShouldStartWith(says);
        exploration.Schedules.ShouldBeLessThan(10_000);
    }

    [Test]
    public void Every_strategy_finds_a_lost_update([Values] Strategy strategy) =>
        Program.Explore(Program.Of(Correct, Broken), new ExplorationOptions { Strategy = strategy, Schedules = 500 })
            .Failure.ShouldBe(FailureKind.Assertion);

    [Test]
    public void Only_a_search_that_leaves_nothing_out_says_that_it_is_complete() =>
        Program.Explore(Program.Of(Correct, Members), new ExplorationOptions { Strategy = Strategy.Pos, Schedules = 50 })
            .ShouldSatisfyAllConditions(
                exploration => exploration.Complete.ShouldBeNull(),
                exploration => exploration.Schedules.ShouldBe(50));

    [Test]
    public void An_interest_in_what_matters_finds_it_sooner_than_one_in_noise()
    {
        Total("count").ShouldBeLessThan(Total("noise"));

        static int Total(string interest) => Enumerable.Range(1, 20).Sum(seed => Program.Explore(
            Program.Of(Correct, Broken),
            new ExplorationOptions { Strategy = Strategy.Surw, Interest = interest, Seed = seed, DataRaces = false }).Schedules);
    }

    [Test]
    public void Numbers_out_of_range_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Explorer.Explore(() => { }, new ExplorationOptions { Depth = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => Explorer.Explore(() => { }, new ExplorationOptions { Preemptions = -1 }));
    }
}
