using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather.Suite;

/// <summary>Starts that throw before there is a task are for <see cref="OverlapTests"/>.</summary>
[TestFixture]
public sealed class AsCompletedTests
{
    private const string Criterion = "as-completed";

    private const string Lost = "Not every outcome was handed on exactly once. No task may be lost, also when several end at one moment.";

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_one_and_three_seconds_come_as_one_two_and_three()
    {
        var letters = new Letters([.. ((int[])[2, 1, 3]).Select(seconds => new Letter(TimeSpan.FromSeconds(seconds)))]);

        var read = await ReadAsync(letters, TimeSpan.Zero);

        Claim.That(
            read.Select(one => (one.Outcome.Index, one.At.TotalSeconds)).SequenceEqual([(1, 1.0), (0, 2.0), (2, 3.0)]),
            "Letters of 2, 1 and 3 s did not come as the second after 1 s, the first after 2 s, the third after 3 s.");
    }

    /// <summary>One of each kind, in three orders.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_comes_at_its_instant_failures_too([Values(1, 2, 3)] int order)
    {
        var lengths = Inputs.Draw().Durations(5);
        Letter[] all =
        [
            new(lengths[0]),
            new(lengths[1], new IOException("it burnt down")),
            new(TimeSpan.Zero, new ArgumentException("no such address")),
            new(lengths[2], new OperationCanceledException()),
            new(lengths[3], new IOException("mice"), new TimeoutException("and moths")),
            new(lengths[4]),
        ];
        new Random(order).Shuffle(all);

        await ComeInTimeAsync(all, TimeSpan.Zero);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Several_that_end_at_one_moment_all_come_then([Values("000", "1212", "0111", "2222")] string seconds) =>
        await ComeInTimeAsync([.. seconds.Select(second => new Letter(TimeSpan.FromSeconds(second - '0')))], TimeSpan.Zero);

    /// <summary>Meanwhile others complete: they wait for the reader, and nobody waits to be started by it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_slow_reader_misses_nobody([Values(1, 3, 7)] int tenths)
    {
        var all = Inputs.Draw().Durations(5).Select((length, i) => new Letter((i + 1) * (length - TimeSpan.FromSeconds(0.8)))).ToArray();
        Inputs.Draw().Shuffle(all);

        await ComeInTimeAsync(all, TimeSpan.FromMilliseconds(100 * tenths));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_leaves_early_disturbs_nobody([Values(1, 2, 3)] int read)
    {
        TimeSpan[] lengths = [.. Inputs.Draw().Durations(4).Order()];
        var letters = new Letters(new(lengths[3], new IOException("it burnt down")), new(lengths[0]), new(lengths[2], new OperationCanceledException()), new(lengths[1]));
        var seen = 0;

        var thrown = await Caught.ByAsync(async () =>
        {
            await foreach (var _ in Combine.AsCompletedAsync(letters.Starts))
            {
                if (++seen == read)
                    break;
            }
        });
        var left = letters.Elapsed;
        await letters.AfterwardsAsync();

        Claim.That(thrown is null, "The reader left the await foreach early, and got an exception.");
        Claim.That(
            left == lengths[read - 1] || left == letters.Longest,
            "The reader left the await foreach early, and was let go neither at once nor when everything had ended.");
        Claim.That(letters.Calls.All(calls => calls == 1), "The reader left early, and not every start had been called exactly once.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_second_reading_starts_everything_anew_or_nothing()
    {
        var letters = new Letters([.. Inputs.Draw().Durations(3).Select(length => new Letter(length))]);
        var outcomes = Combine.AsCompletedAsync(letters.Starts);
        int first = await CountAsync(), second = 0;

        var thrown = await Caught.ByAsync(async () => second = await CountAsync());
        await letters.AfterwardsAsync();

        Claim.That(first == 3, Lost);
        Claim.That(
            (letters.Calls.All(calls => calls == 1) && second is 0 or 3) || (letters.Calls.All(calls => calls == 2) && second == 3 && thrown is null),
            "The outcomes were read a second time. Then every start is called once more and has one more outcome, or none is called: not some of them.");

        async Task<int> CountAsync()
        {
            var count = 0;
            await foreach (var _ in outcomes)
                count++;
            return count;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_readings_at_once_mix_no_outcomes()
    {
        var lengths = Inputs.Draw().Durations(5);
        Letter[] first = [new(lengths[0]), new(lengths[1], new IOException("it burnt down"))];
        Letter[] second = [new(lengths[2]), new(lengths[3], new TimeoutException("it is closed")), new(lengths[4])];

        await Task.WhenAll(Task.Run(() => ComeInTimeAsync(first, TimeSpan.Zero)), Task.Run(() => ComeInTimeAsync(second, TimeSpan.Zero)));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_empty_list_ends_at_once() =>
        Claim.That((await ReadAsync(new Letters(), TimeSpan.Zero)) is [], "The list was empty, and an outcome came.");

    /// <summary>In the order of completion; of those that are there at the same time, any may come first, so instants alone are compared.</summary>
    private static async Task ComeInTimeAsync(Letter[] all, TimeSpan pause)
    {
        var letters = new Letters(all);
        var expected = new List<TimeSpan>();
        foreach (var end in all.Select(letter => letter.After).Order())
        {
            var free = expected is [.., var before] ? before + pause : TimeSpan.Zero;
            expected.Add(free > end ? free : end);
        }

        (Outcome<string> Outcome, TimeSpan At)[] read = [];
        var thrown = await Caught.ByAsync(async () => read = await ReadAsync(letters, pause));

        Claim.That(thrown is null, "AsCompletedAsync threw. It never does: failures and cancellations, at once or later, are outcomes.");
        Claim.That(read.Length == all.Length, Lost);
        Claim.That(
            read.Select(one => one.Outcome.Index).Order().SequenceEqual(Enumerable.Range(0, all.Length)),
            "There are as many outcomes as starts, and their indices are not those of the list, each once: an index is wrong, or one outcome came twice and "
            + "another never. The index is the place of the start in the list.");
        Claim.That(letters.Calls.All(calls => calls == 1), Wording.Once);
        Claim.That(
            read.All(one => letters.Tells(one.Outcome)),
            "An outcome is not what became of its start: its value and no Error, or a default value and the very exception that it failed with.");
        Claim.That(
            read.All(one => all[one.Outcome.Index].After <= one.At) && read.Select(one => one.At).SequenceEqual(expected),
            "The outcomes did not come as they completed: each is handed on as soon as it is there and the reader asks for it, also a failure.");
    }

    private static async Task<(Outcome<string> Outcome, TimeSpan At)[]> ReadAsync(Letters letters, TimeSpan pause)
    {
        var read = new List<(Outcome<string>, TimeSpan)>();
        var watch = Stopwatch.StartNew();
        await foreach (var outcome in Combine.AsCompletedAsync(letters.Starts))
        {
            read.Add((outcome, watch.Elapsed));
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause);
        }

        return [.. read];
    }
}
