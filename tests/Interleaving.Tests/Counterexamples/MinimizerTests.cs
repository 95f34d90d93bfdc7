using Interleaving.Counterexamples;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Counterexamples;

[TestFixture]
internal sealed class MinimizerTests
{
    private static readonly Failure Lost = new(FailureKind.Assertion, "expected 2 but was 1\nsomething more", -1);

    [Test]
    public void Only_what_the_failure_needs_stays()
    {
        var runs = 0;
        var needed = new[] { new Deviation(3, 1, 2), new Deviation(40, 1, 2) };
        var minimal = Minimizer.Minimize(
            new Schedule([.. Enumerable.Range(0, 64).Select(i => new Deviation(i, 1, 2))]),
            Lost,
            schedule =>
            {
                runs++;
                return (needed.All(schedule.Deviations.Contains) ? Lost : null, schedule);
            });
        minimal.Deviations.ShouldBe(needed);
        runs.ShouldBeLessThan(64);
    }

    [Test]
    public void A_failure_of_the_default_schedule_needs_nothing() =>
        Minimizer.Minimize(Schedule.Parse("1@1:2,2@1:1,1@2:2"), Lost, schedule => (Lost, schedule)).ShouldBe(Schedule.Default);

    [Test]
    public void Another_failure_is_not_taken_for_the_same()
    {
        var schedule = Schedule.Parse("1@1:2");
        Minimizer.Minimize(schedule, Lost, s => (Lost with { Kind = FailureKind.Deadlock }, s)).ShouldBe(schedule);
        Minimizer.Minimize(schedule, Lost, s => (Lost with { Message = "another" }, s)).ShouldBe(schedule);
        Minimizer.Minimize(schedule, Lost, s => (Lost with { Message = "expected 2 but was 0" }, s)).ShouldBe(Schedule.Default);
    }

    [Test]
    public void It_stops_when_the_tries_are_spent()
    {
        var runs = 0;
        Minimizer.Minimize(
            new Schedule([.. Enumerable.Range(0, 100).Select(i => new Deviation(i, 1, 2))]),
            Lost,
            schedule =>
            {
                runs++;
                return (null, schedule);
            },
            tries: 20);
        runs.ShouldBe(20);
    }

    [Test]
    public void Every_random_lost_update_comes_down_to_a_few_deviations()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new RecordingStrategy(new RandomWalkStrategy(seed));
            Failure? failure = null;
            while (failure is null)
                failure = Run(random);
            var minimal = Minimizer.Minimize(random.Schedule, failure, schedule =>
            {
                var recording = new RecordingStrategy(new ReplayStrategy(schedule));
                return (Run(recording), recording.Schedule);
            });
            minimal.Deviations.Count.ShouldBeInRange(1, 3);
        }
    }

    private static Failure? Run(IStrategy strategy)
    {
        var balance = 0;
        strategy.Begin();
        return Scenario.Run(strategy, main =>
        {
            Scenario.Together(Deposit, Deposit, Deposit)(main);
            if (balance != 3)
                main.Execution.Fail(main, FailureKind.Assertion, $"expected 3 but was {balance}");
        }).Failure;

        void Deposit(Operation operation)
        {
            Step(operation, StepKind.Read);
            var read = balance;
            Step(operation, StepKind.Write);
            balance = read + 1;
        }
    }

    private static void Step(Operation operation, StepKind kind) =>
        operation.Execution.Yield(operation, new Step(kind, Lost, 0, -1));
}
