using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather.Suite;

[TestFixture]
public sealed class OverlapTests
{
    private const string Criterion = "overlap";

    /// <summary>Three sizes, the largest far beyond the number of cores.</summary>
    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public async Task All_take_as_long_as_the_longest([Values] Way way, [Values(1, 4, 9)] int count)
    {
        var letters = new Letters([.. Inputs.Draw().Durations(count).Select(duration => new Letter(duration))]);

        await way.RunAsync(letters);

        Overlap(letters);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_one_and_three_seconds_take_three([Values] Way way)
    {
        var letters = new Letters([.. ((int[])[2, 1, 3]).Select(seconds => new Letter(TimeSpan.FromSeconds(seconds)))]);

        await way.RunAsync(letters);

        Claim.That(letters.Elapsed == TimeSpan.FromSeconds(3), "Letters of 2, 1 and 3 s did not take 3 s. Post all of them, then wait.");
        Overlap(letters);
    }

    /// <summary>Lengths far apart, and some that are done before their start returns.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Days_beside_nothing_at_all([Values] Way way)
    {
        var draw = Inputs.Draw();
        TimeSpan[] lengths = [TimeSpan.FromDays(draw.Next(2, 9)), TimeSpan.Zero, TimeSpan.FromMilliseconds(draw.Next(1, 90)), TimeSpan.Zero];
        draw.Shuffle(lengths);
        var letters = new Letters([.. lengths.Select(length => new Letter(length))]);

        await way.RunAsync(letters);

        Overlap(letters);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_start_that_throws_at_once_leaves_no_other_out([Values] Way way, [Values(0, 2, 4)] int place)
    {
        Letter[] all = [.. Inputs.Draw().Durations(5).Select(duration => new Letter(duration))];
        all[place] = Letter.Throwing(new IOException("no such address"));
        all[(place + 1) % 5] = Letter.Throwing(new OperationCanceledException());
        var letters = new Letters(all);

        await way.RunAsync(letters);
        await letters.AfterwardsAsync();

        Claim.That(
            letters.Calls.All(calls => calls == 1),
            "A start threw before it returned a task, and after that not every other start was called exactly once. One that throws at once is "
            + "like a task that fails: the others are called all the same.");
        Claim.That(letters.LastBegun == TimeSpan.Zero, Wording.LateStart);
    }

    /// <summary>
    /// Here alone, for both: whoever forgets that a start may throw forgets it everywhere, and has paid for it once. One whose outcomes are wrong even
    /// when the tasks fail has paid for that elsewhere.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_start_that_throws_at_once_has_an_outcome_like_any_other([Values] bool asCompleted)
    {
        Letter[] all =
        [
            new(Inputs.Draw().Durations(1)[0]),
            Letter.Throwing(new ArgumentException("no such address")),
            Letter.Throwing(new OperationCanceledException()),
            Letter.Throwing(new AggregateException("two floods", new IOException("the first"))),
        ];
        Inputs.Draw().Shuffle(all);

        Claim.That(
            await TellsAllAsync(all, asCompleted) || !await TellsAllAsync([.. all.Select(letter => letter with { AtOnce = false })], asCompleted),
            "Starts threw before they returned a task, and not all of them became outcomes. One that throws at once is like a task that fails: its "
            + "outcome has the very exception.");
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_loop_ticks_all_the_while([Values] Way way)
    {
        var letters = new Letters([.. Inputs.Draw().Durations(3).Select(duration => new Letter(duration))]);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(11);
            await way.RunAsync(letters);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Frozen);
        });
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Two_calls_at_once_are_each_as_quick_as_alone([Values] Way one, [Values] Way other)
    {
        var lengths = Inputs.Draw().Durations(5);
        Letters first = new([.. lengths[..2].Select(length => new Letter(length))]), second = new([.. lengths[2..].Select(length => new Letter(length))]);

        await Task.WhenAll(Task.Run(() => EndsInTimeAsync(one, first)), Task.Run(() => EndsInTimeAsync(other, second)));

        async Task EndsInTimeAsync(Way way, Letters letters)
        {
            await way.RunAsync(letters);
            Claim.That(letters.Elapsed == letters.Longest && letters.Calls.All(calls => calls == 1), Wording.Several);
        }
    }

    private static async Task<bool> TellsAllAsync(Letter[] all, bool asCompleted)
    {
        var letters = new Letters(all);
        var outcomes = new List<Outcome<string>>();
        var thrown = await Caught.ByAsync(async () =>
        {
            if (!asCompleted)
            {
                outcomes.AddRange(await Combine.OutcomesAsync(letters.Starts));
                return;
            }

            await foreach (var outcome in Combine.AsCompletedAsync(letters.Starts))
                outcomes.Add(outcome);
        });
        return thrown is null && outcomes.Count == all.Length && outcomes.All(letters.Tells);
    }

    private static void Overlap(Letters letters)
    {
        Claim.That(letters.Calls.All(calls => calls == 1), Wording.Once);
        Claim.That(letters.LastBegun == TimeSpan.Zero, Wording.LateStart);
        Claim.That(letters.Elapsed == letters.Longest && letters.UnderWay == 0, Wording.Longest);
    }
}
