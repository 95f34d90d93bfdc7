using Interleaving.Counterexamples;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

[TestFixture]
internal sealed class BoundedSearchStrategyTests
{
    [Test]
    public void Two_operations_of_two_steps_have_six_interleavings()
    {
        var search = new BoundedSearchStrategy(checksRaces: false);
        Scenario.Explore(search, Two(2, 2)).ShouldBe(
            [
                "a1 a2 b1 b2", "b1 b2 a1 a2", // no preemption
                "a1 b1 b2 a2", "b1 a1 a2 b2", // one
                "a1 b1 a2 b2", "b1 a1 b2 a2", // two
            ],
            ignoreOrder: true);
        search.Completed.ShouldBe("complete: 6 schedules");
    }

    // (a + b)! / (a! b!) for two, (3·2)! / (2!)³ for three.
    [TestCase(3, 3, 20)]
    [TestCase(4, 3, 35)]
    [TestCase(5, 5, 252)]
    [TestCase(1, 9, 10)]
    public void Every_interleaving_comes_up_exactly_once(int first, int second, int count)
    {
        var traces = Scenario.Explore(new BoundedSearchStrategy(checksRaces: false), Two(first, second));
        traces.Count.ShouldBe(count);
        traces.Distinct().Count().ShouldBe(count);
    }

    [Test]
    public void Three_operations_of_two_steps_have_ninety_interleavings()
    {
        var traces = Scenario.Explore(new BoundedSearchStrategy(checksRaces: false), trace => Scenario.Together(
            Scenario.Steps(trace, "a", 2), Scenario.Steps(trace, "b", 2), Scenario.Steps(trace, "c", 2)));
        traces.Count.ShouldBe(90);
        traces.Distinct().Count().ShouldBe(90);
    }

    // Two operations of n steps each: how many interleavings switch away at most k times before the end.
    [TestCase(0, 2, "complete without preemptions: 2 schedules")]
    [TestCase(1, 6, "complete within 1 preemption: 6 schedules")]
    [TestCase(2, 14, "complete within 2 preemptions: 14 schedules")]
    public void A_bound_is_kept_and_said(int bound, int count, string says)
    {
        var search = new BoundedSearchStrategy(checksRaces: false, bound);
        var traces = Scenario.Explore(search, Two(3, 3));
        traces.Count.ShouldBe(count);
        traces.Distinct().Count().ShouldBe(count);
        search.Completed.ShouldBe(says);
    }

    [Test]
    public void Fewer_preemptions_come_first()
    {
        var preemptions = Scenario.Explore(new BoundedSearchStrategy(checksRaces: false), Two(4, 4)).ConvertAll(Preemptions);
        preemptions.ShouldBe(preemptions.Order());
        preemptions[^1].ShouldBe(6);
    }

    [Test]
    public void Plain_accesses_are_not_preempted_while_no_race_is_known()
    {
        var search = new BoundedSearchStrategy(checksRaces: true);
        Scenario.Explore(search, PlainSteps).ShouldBe(["a a b b", "b b a a"], ignoreOrder: true);
        search.Completed.ShouldBe("complete: 2 schedules");
    }

    [Test]
    public void After_a_race_they_are()
    {
        var search = new BoundedSearchStrategy(checksRaces: true);
        search.Begin();
        var racing = Scenario.Run(
            search,
            Scenario.Together(Racing, Racing),
            races: new Interleaving.Races.RaceDetector());
        racing.Memory.Race.ShouldNotBeNull();
        Scenario.Explore(search, PlainSteps).Count.ShouldBe(6);
    }

    [Test]
    public void A_budget_that_ends_early_claims_nothing()
    {
        var search = new BoundedSearchStrategy(checksRaces: false);
        Scenario.Explore(search, Two(3, 3), budget: 2);
        search.Completed.ShouldBeNull();
        Scenario.Explore(search, Two(3, 3), budget: 1);
        search.Completed.ShouldBe("complete without preemptions: 2 schedules");
    }

    /// <summary>
    /// A round is a, b, c wherever it begins, and then two are left: six. Without a bound, all orders in which nobody comes
    /// twice in a row, 30, and those where whoever does is alone by then, 6.
    /// </summary>
    [TestCase(0, 6, "complete without preemptions: 6 schedules")]
    [TestCase(int.MaxValue, 36, "complete: 36 schedules")]
    public void Whoever_pauses_gives_its_turn_to_the_next_in_line(int bound, int count, string says)
    {
        var search = new BoundedSearchStrategy(checksRaces: false, bound);
        var traces = Scenario.Explore(search, trace => Scenario.Together(Pausing(trace, "a"), Pausing(trace, "b"), Pausing(trace, "c")));
        traces.Count.ShouldBe(count);
        traces.Distinct().Count().ShouldBe(count);
        search.Completed.ShouldBe(says);

        static Action<Operation> Pausing(List<string> trace, string name) => operation =>
        {
            trace.Add(name);
            operation.Execution.Yield(operation, new Step(StepKind.Pause, null, 0, -1));
            trace.Add(name);
        };
    }

    /// <summary>Two that spin can go on for ever while the third stands by, but not within a bound.</summary>
    [TestCase(0, 6)]
    [TestCase(1, 30)]
    [TestCase(2, 74)]
    public void Those_who_spin_have_an_end_within_a_bound(int bound, int count)
    {
        var search = new BoundedSearchStrategy(checksRaces: false, bound);
        var traces = Scenario.Explore(search, trace =>
        {
            var set = false;
            return Scenario.Together(Spinning("a"), Spinning("b"), operation =>
            {
                Pause(operation, "c");
                set = true;
            });

            Action<Operation> Spinning(string name) => operation =>
            {
                while (!set)
                    Pause(operation, name);
            };

            void Pause(Operation operation, string name)
            {
                trace.Add(name);
                operation.Execution.Yield(operation, new Step(StepKind.Pause, null, 0, -1));
            }
        });
        traces.Count.ShouldBe(count);
        search.Completed.ShouldNotBeNull().ShouldEndWith($": {count} schedules");
    }

    /// <summary>
    /// As many schedules as there are steps, and in each a preemption at another: it costs what it costs however long they are,
    /// and none is kept that is beyond the bound.
    /// </summary>
    [TestCase(100)]
    [TestCase(2_000)]
    public void A_branch_takes_no_more_memory_in_a_longer_execution(int steps)
    {
        var search = new BoundedSearchStrategy(checksRaces: false, bound: 1);
        using var hosts = new HostPool(-1);
        var execution = new Execution(search, hosts, new ExecutionLimits()) { Words = Messages.Instance };
        Operation[] both = [execution.Spawn("a", static () => { }), execution.Spawn("b", static () => { })];
        var left = new int[both.Length];
        var pending = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        while (search.Begin())
        {
            left.AsSpan().Fill(steps);
            for (var previous = both[0]; left[0] > 0 && left[1] > 0; left[previous.Id]--)
                previous = search.Next(previous, both);
            pending = Math.Max(pending, search.Pending);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        search.Tried.ShouldBe(steps + 1);
        pending.ShouldBe(steps);
        (allocated / search.Tried).ShouldBeLessThan(200);
    }

    private static Func<List<string>, Action<Operation>> Two(int first, int second) =>
        trace => Scenario.Together(Scenario.Steps(trace, "a", first), Scenario.Steps(trace, "b", second));

    private static Action<Operation> PlainSteps(List<string> trace)
    {
        return Scenario.Together(Of("a"), Of("b"));

        Action<Operation> Of(string name) => operation =>
        {
            trace.Add(name);
            operation.Execution.Yield(operation, new Step(StepKind.Write, trace, 0, -1, Plain: true));
            trace.Add(name);
        };
    }

    private static void Racing(Operation operation) => operation.Execution.Memory.Access(operation, typeof(Step), 0, -1, write: true);

    private static int Preemptions(string trace)
    {
        var steps = trace.Split(' ');
        return Enumerable.Range(1, steps.Length - 1)
            .Count(i => steps[i][0] != steps[i - 1][0] && steps.Skip(i).Any(step => step[0] == steps[i - 1][0]));
    }
}
