using Interleaving.Scheduling;
using Interleaving.SourceMap;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

[TestFixture]
internal sealed class RandomStrategiesTests
{
    private static readonly string[] Names = ["random walk", "PCT(3)", "POS", "URW", "SURW", "portfolio"];

    [TestCaseSource(nameof(Names))]
    public void The_same_seed_gives_the_same_interleavings(string name)
    {
        Traces(New(name, 5), 60).ShouldBe(Traces(New(name, 5), 60));
        Traces(New(name, 5), 60).ShouldNotBe(Traces(New(name, 6), 60));
    }

    [TestCase("random walk", 20)]
    [TestCase("POS", 20)]
    [TestCase("URW", 20)]
    [TestCase("SURW", 20)]
    [TestCase("portfolio", 20)]
    [TestCase("PCT(3)", 14)] // all with two preemptions at most
    public void All_interleavings_of_a_tiny_program_come_up(string name, int count) =>
        Traces(New(name, 1), 400).Distinct().Count().ShouldBe(count);

    [TestCaseSource(nameof(Names))]
    public void Who_pauses_lets_the_other_go_on(string name)
    {
        var strategy = New(name, 3);
        for (var i = 0; i < 100 && strategy.Begin(); i++)
        {
            var set = false;
            var rounds = 0;
            var execution = Scenario.Run(strategy, Scenario.Together(
                spinner =>
                {
                    while (!set)
                    {
                        rounds++;
                        spinner.Execution.Yield(spinner, new Step(StepKind.Pause, null, 0, -1));
                    }
                },
                worker =>
                {
                    for (var step = 0; step < 3; step++)
                        worker.Execution.Yield(worker, new Step(StepKind.Sync, worker, 0, -1));
                    set = true;
                }));
            execution.Failure.ShouldBeNull();
            rounds.ShouldBeLessThan(10);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Those_who_spin_do_not_starve_the_one_that_they_wait_for(string name)
    {
        const int Site = 7;
        var strategy = New(name, 3);
        for (var i = 0; i < 200 && strategy.Begin(); i++)
        {
            var (set, shared) = (false, new object());
            var execution = Scenario.Run(strategy, Scenario.Together(
                Spin,
                Spin,
                worker =>
                {
                    for (var step = 0; step < 3; step++)
                        worker.Execution.Yield(worker, new Step(StepKind.Write, shared, 0, Site));
                    set = true;
                }));
            execution.Failure.ShouldBeNull();

            void Spin(Operation spinner)
            {
                while (!set)
                    spinner.Execution.Yield(spinner, new Step(StepKind.Pause, null, 0, -1));
                spinner.Execution.Yield(spinner, new Step(StepKind.Write, shared, 0, Site));
            }
        }
    }

    [Test]
    public void PCT_of_depth_one_never_preempts() =>
        Traces(new PctStrategy(1, 1), 100).Distinct().Order().ShouldBe(["a1 a2 a3 b1 b2 b3", "b1 b2 b3 a1 a2 a3"]);

    [Test]
    public void PCT_of_depth_two_preempts_once_at_most() =>
        Traces(new PctStrategy(1, 2), 400).Distinct().Count().ShouldBe(6);

    [Test]
    public void POS_reverses_far_apart_steps_more_often_than_a_walk()
    {
        // For b to get past its nine independent steps first, a walk must win ten tosses in a row (1 in 1024); POS needs one
        // low draw for a (1 in 11 at least).
        var walk = Before(new RandomWalkStrategy(1));
        var pos = Before(new PosStrategy(1));
        walk.ShouldBeGreaterThan(980);
        pos.ShouldBeLessThan(930);
    }

    [Test]
    public void URW_makes_all_interleavings_equally_likely()
    {
        // Of 1 and 9 steps there are ten interleavings; a walk puts the one step first or second in 3 of 4 runs.
        var urw = FirstTwo(new UrwStrategy(1));
        var walk = FirstTwo(new RandomWalkStrategy(1));
        urw.ShouldBeInRange(330, 470); // 2 in 10 of 2000
        walk.ShouldBeInRange(1400, 1600);
    }

    [Test]
    public void SURW_makes_all_orders_of_the_interesting_steps_equally_likely()
    {
        // Twenty steps of b on nothing shared stand before its one on the shared thing: SURW does not mind.
        var first = Scenario.Explore(
            new SurwStrategy(1),
            trace =>
            {
                var shared = new object();
                return Scenario.Together(Act("a", 0), Act("b", 20));

                Action<Operation> Act(string name, int before) => operation =>
                {
                    for (var i = 0; i < before; i++)
                        operation.Execution.Yield(operation, new Step(StepKind.Sync, operation, 0, 1));
                    operation.Execution.Yield(operation, new Step(StepKind.Sync, shared, 0, 2));
                    trace.Add(name);
                };
            },
            budget: 2000).Count(trace => trace == "b a");
        first.ShouldBeInRange(900, 1100);
    }

    private static int FirstTwo(IStrategy strategy) => Scenario.Explore(
        strategy, trace => Scenario.Together(Scenario.Steps(trace, "a", 1), Scenario.Steps(trace, "b", 9)), 2000)
        .Count(trace => trace.IndexOf('a', StringComparison.Ordinal) < 6);

    private static int Before(IStrategy strategy)
    {
        var shared = new object();
        return Scenario.Explore(
            strategy,
            trace => Scenario.Together(
                operation =>
                {
                    operation.Execution.Yield(operation, new Step(StepKind.Sync, shared, 0, -1));
                    trace.Add("a");
                },
                operation =>
                {
                    for (var i = 0; i < 9; i++)
                        operation.Execution.Yield(operation, new Step(StepKind.Sync, operation, i, -1));
                    operation.Execution.Yield(operation, new Step(StepKind.Sync, shared, 0, -1));
                    trace.Add("b");
                }),
            budget: 1000).Count(trace => trace == "a b");
    }

    private static List<string> Traces(IStrategy strategy, int budget) => Scenario.Explore(
        strategy, trace => Scenario.Together(Scenario.Steps(trace, "a", 3), Scenario.Steps(trace, "b", 3)), budget);

    private static IStrategy New(string name, int seed) => name switch
    {
        "random walk" => new RandomWalkStrategy(seed),
        "PCT(3)" => new PctStrategy(seed, 3),
        "POS" => new PosStrategy(seed),
        "URW" => new UrwStrategy(seed),
        "SURW" => new SurwStrategy(seed),
        _ => new PortfolioStrategy(new RandomWalkStrategy(seed), new PctStrategy(seed + 1, 3), new PosStrategy(seed + 2)),
    };
}
