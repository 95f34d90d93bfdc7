using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather.Suite;

/// <summary>Starts that throw before there is a task are for <see cref="OverlapTests"/>.</summary>
[TestFixture]
public sealed class OutcomesTests
{
    private const string Criterion = "outcomes";

    /// <summary>One of each kind, in three orders.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_place_has_its_value_or_its_failure([Values(1, 2, 3)] int order)
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

        await TellsAsync(new Letters(all));
    }

    /// <summary>A failure is kept as it was thrown, even one that is made for other failures.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_is_kept_as_it_was_thrown()
    {
        var lengths = Inputs.Draw().Durations(2);
        var failure = new AggregateException("two floods", new IOException("the first"));

        await TellsAsync(new Letters(new(lengths[0], failure), new(lengths[1])));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task All_may_fail([Values(1, 3, 6)] int count) =>
        await TellsAsync(new Letters([.. Inputs.Draw().Durations(count).Select((length, i) => new Letter(length, new IOException($"{i} burnt down")))]));

    /// <summary>A value may be what default is, and a failure is told from it by its exception alone.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Zero_is_a_value()
    {
        var failure = new IOException("it burnt down");

        var outcomes = await Combine.OutcomesAsync<int>([() => Task.FromResult(0), () => Task.FromException<int>(failure)]);

        Claim.That(
            outcomes is [{ Index: 0, Value: 0, Error: null }, { Index: 1, Value: 0 }] && outcomes[1].Error == failure,
            "One result was 0, and another start failed. A value comes with no Error, and a failure comes with its Error and a default Value.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_mix_no_outcomes()
    {
        var lengths = Inputs.Draw().Durations(5);
        Letters first = new(new(lengths[0]), new(lengths[1], new IOException("it burnt down")));
        Letters second = new(new(lengths[2], new TimeoutException("it is closed")), new(lengths[3]), new(lengths[4]));

        await Task.WhenAll(Task.Run(() => TellsAsync(first)), Task.Run(() => TellsAsync(second)));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_empty_list_has_no_outcomes() =>
        Claim.That(await Combine.OutcomesAsync<string>([]) is [], "The list was empty, and the outcomes were not.");

    private static async Task TellsAsync(Letters letters)
    {
        Outcome<string>[] outcomes = [];
        var thrown = await Caught.ByAsync(async () => outcomes = await Combine.OutcomesAsync(letters.Starts));

        Claim.That(thrown is null, "OutcomesAsync threw. It never does: failures and cancellations, at once or later, are outcomes.");
        Claim.That(
            outcomes.Select(outcome => outcome.Index).SequenceEqual(Enumerable.Range(0, letters.Starts.Count)),
            "The outcomes are not one for each start, in the order of the list, each with the index of its start.");
        Claim.That(
            outcomes.All(letters.Tells),
            "An outcome is not what became of its start: its value and no Error, or a default value and the very exception that it failed with "
            + "(an OperationCanceledException when it was cancelled), with nothing around it.");
        Claim.That(letters.UnderWay == 0, "OutcomesAsync came back while something was still under way.");
    }
}
