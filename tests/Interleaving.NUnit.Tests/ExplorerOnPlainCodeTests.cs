using System.Collections.Concurrent;

namespace Interleaving.NUnit.Tests;

/// <summary>The explorer called by hand, from code that nobody wove: it weaves it, or says why it cannot.</summary>
public sealed class ExplorerOnPlainCodeTests
{
    private readonly Counter captured = new() { Value = 5 };

    private enum Colour
    {
        Red,
        Green,
    }

    [Test]
    public void A_lost_update_is_found_in_a_plain_lambda()
    {
        var exploration = Explorer.Explore(() =>
        {
            var counter = new Counter();
            Parallel.Invoke(counter.Up, counter.Up);
            counter.Value.ShouldBe(2);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace);
        exploration.Message.ShouldContain("ExplorerOnPlainCodeTests.cs:");
        exploration.Interleaving.ShouldContain("Value");
    }

    [Test]
    public void And_in_an_asynchronous_one_without_the_race_detector()
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                var counter = new Counter();
                await Task.WhenAll(Task.Run(counter.Up), Task.Run(counter.Up));
                counter.Value.ShouldBe(2);
            },
            new ExplorationOptions { DataRaces = false });
        exploration.Failure.ShouldBe(FailureKind.Assertion);
        var again = Explorer.Explore(Broken, new ExplorationOptions { Schedule = "-" });
        again.Failure.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void A_schedule_that_does_not_fit_is_no_proof()
    {
        var replayed = Explorer.Explore(() => new Counter().Up(), new ExplorationOptions { Schedule = "1@3:2" });
        replayed.Failure.ShouldBeNull();
        replayed.Summary.ShouldStartWith("No failure in 1 schedule; the schedule 1@3:2 is not of this version of the program: 1 of its choices never came up");
        Explorer.Explore(() => new Counter().Up(), new ExplorationOptions { Schedule = "-" }).Summary.ShouldStartWith("No failure in 1 schedule");
    }

    [Test]
    public void What_a_body_captures_is_copied_for_each_execution()
    {
        var number = 1;
        int[] numbers = [1, 2];
        var counters = new[] { new Counter { Value = 7 } };
        var colour = Colour.Green;
        Func<int> function = () => number * 10;
        var exploration = Explorer.Explore(async () =>
        {
            var before = (number, numbers[0], counters[0].Value, captured.Value, colour, function());
            before.ShouldBe((1, 1, 7, 5, Colour.Green, 10));
            number++;
            counters[0].Up();
            captured.Up();
            await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));
        });
        exploration.Message.ShouldBe("");
        exploration.Schedules.ShouldBeGreaterThan(1);
        (number, counters[0].Value, captured.Value).ShouldBe((1, 7, 5));
    }

    [Test]
    public void Concurrent_collections_are_shared_and_carry_results_out()
    {
        var seen = new ConcurrentDictionary<string, int>();
        _ = Explorer.Explore(async () =>
        {
            var order = new ConcurrentQueue<int>();
            await Task.WhenAll(Task.Run(() => order.Enqueue(1)), Task.Run(() => order.Enqueue(2)));
            seen.TryAdd(string.Join(",", order), 0);
        });
        seen.Keys.Order().ShouldBe(["1,2", "2,1"]);
    }

    [Test]
    public void Simulated_cores_count_a_plain_lambda() =>
        Cores.Run(2, () => Parallel.For(0, 2, _ =>
        {
            for (var i = 0; i < 1_000; i++)
                GC.KeepAlive(null);
        })).Parallelism.ShouldBeGreaterThan(1.9);

    [Test, Interleaved]
    public async Task Virtual_time_is_asserted_exactly()
    {
        await Task.WhenAll(Task.Delay(2_000), Task.Delay(1_000), Task.Delay(3_000)).ShouldTake(TimeSpan.FromSeconds(3));
        (await Late().ShouldTakeAtMost(TimeSpan.FromSeconds(1))).ShouldBe(42);

        static async Task<int> Late()
        {
            await Task.Delay(999);
            return 42;
        }
    }

    [Test]
    public void A_task_that_takes_another_time_fails_with_both_times()
    {
        var exploration = Explorer.Explore(() => Task.Delay(1_500).ShouldTake(TimeSpan.FromSeconds(1)));
        exploration.Exception.ShouldBeOfType<VirtualTimeException>().Message
            .ShouldBe("The task should take exactly 1 s of virtual time, and took 1.5 s.");
        exploration.Failure.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void The_failure_of_the_task_itself_comes_first()
    {
        var exploration = Explorer.Explore(() => Fail().ShouldTake(TimeSpan.FromSeconds(1)));
        exploration.Exception.ShouldBeOfType<NotSupportedException>();

        static async Task Fail()
        {
            await Task.Yield();
            throw new NotSupportedException();
        }
    }

    [Test]
    public void Outside_of_an_exploration_time_is_not_virtual() =>
        Should.Throw<InvalidOperationException>(() => Task.CompletedTask.ShouldTake(TimeSpan.Zero))
            .Message.ShouldContain("[Interleaved]");

    private static Task Broken()
    {
        var counter = new Counter();
        counter.Up();
        counter.Value.ShouldBe(2);
        return Task.CompletedTask;
    }

    private sealed class Counter
    {
        public int Value { get; set; }

        public void Up() => Value++;
    }
}
