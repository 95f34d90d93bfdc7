using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline.Suite;

[TestFixture]
public sealed class ThroughputTests
{
    private const string Criterion = "throughput";

    /// <summary>The examples of the README.</summary>
    [TestCase(6, 2, 0, 3, 4)]
    [TestCase(6, 2, 0, 1, 12)]
    [TestCase(5, 1, 1, 1, 10)]
    [TestCase(5, 1, 1, 2, 6)]
    [TestCase(5, 1, 1, 4, 6)]
    [Interleaved(Schedules = 40), Category(Criterion)]
    public async Task The_examples_take_exactly_as_long_as_they_must(int items, int stage, int sink, int inFlight, int seconds)
    {
        var plant = new Plant(items, Inputs.Draw().Next(100, 900)) { StageTime = _ => stage * Hall.Second, SinkTime = _ => sink * Hall.Second };

        await Hall.RunAsync(plant, inFlight);

        EndsAt(plant, seconds * Hall.Second);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_waits_for_a_slow_one_goes_on_with_the_others()
    {
        var plant = new Plant(4, Inputs.Draw().Next(100, 900)) { StageTime = item => (item == 0 ? 3 : 1) * Hall.Second };

        await Hall.RunAsync(plant, 2);

        EndsAt(plant, 4 * Hall.Second);
    }

    /// <summary>Everything takes its time, and every instant is held against one that was worked out item by item.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task Every_instant_is_the_earliest_that_the_room_allows([Values(1, 2, 3, 5)] int inFlight)
    {
        const int Items = 7;
        var draw = Inputs.Draw();
        TimeSpan[] source = Drawn(0, 2), stage = Drawn(1, 5), sink = Drawn(0, 3);
        var plant = new Plant(Items, draw.Next(100, 900))
        {
            SourceTime = item => source[item],
            StageTime = item => stage[item],
            SinkTime = item => sink[item],
        };

        await Hall.RunAsync(plant, inFlight);

        var wanted = Timetable.Of(plant, Items, inFlight);
        Compare(plant.Asked, wanted.Asked);
        Compare(plant.Sunk, wanted.Sunk);
        EndsAt(plant, wanted.End);

        TimeSpan[] Drawn(int from, int to) => [.. Enumerable.Range(0, Items + 1).Select(_ => draw.Next(from * 10, to * 10) * Hall.Second / 10)];
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_do_not_wait_for_each_other()
    {
        var draw = Inputs.Draw();
        Plant narrow = new(4, draw.Next(100, 400)) { StageTime = _ => Hall.Second }, wide = new(8, draw.Next(500, 900)) { StageTime = _ => Hall.Second };

        await Task.WhenAll(Task.Run(() => Hall.RunAsync(narrow, 1)), Task.Run(() => Hall.RunAsync(wide, 4)));

        EndsAt(narrow, 4 * Hall.Second);
    }

    /// <summary>On one thread that must not be blocked.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it()
    {
        Loop.Run(async () =>
        {
            var plant = new Plant(4, Inputs.Draw().Next(100, 900)) { StageTime = _ => Hall.Second / 2, SinkTime = _ => Hall.Second / 2 };
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(25);
            await Hall.RunAsync(plant, 2);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocked);
        });
    }

    private static void Compare(TimeSpan[] seen, TimeSpan[] wanted)
    {
        for (var i = 0; i < Math.Min(seen.Length, wanted.Length); i++)
        {
            Claim.That(seen[i] <= wanted[i], Wording.Idle);
            Claim.That(seen[i] >= wanted[i], Wording.TooSoon);
        }
    }

    private static void EndsAt(Plant plant, TimeSpan wanted)
    {
        Claim.That(plant.Elapsed <= wanted, Wording.Idle);
        Claim.That(plant.Elapsed >= wanted, Wording.TooSoon);
    }
}
