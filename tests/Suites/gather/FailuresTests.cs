using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather.Suite;

[TestFixture]
public sealed class FailuresTests
{
    private const string Criterion = "failures";

    /// <summary>Where the failures stand: the quickest fails first, the slowest last, so order in time is never the order of the list.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Every_failure_comes_out_in_the_order_of_the_list([Values("x....", "....x", "x.x.x", ".xx..", "xxxxx")] string places)
    {
        TimeSpan[] lengths = [.. Inputs.Draw().Durations(places.Length).OrderDescending()];
        var letters = new Letters([.. places.Select((place, i) => place == 'x' ? new Letter(lengths[i], Failure(i)) : new Letter(lengths[i]))]);

        await ThrowsAllAsync(letters);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Starts_that_throw_at_once_fail_like_tasks([Values(0, 1, 2)] int place)
    {
        var lengths = Inputs.Draw().Durations(3);
        Letter[] all = [new(lengths[0], Failure(0)), new(lengths[1]), new(lengths[2], Failure(2))];
        all[place] = Letter.Throwing(Failure(place));

        await ThrowsAllAsync(new Letters(all));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_that_fail_at_one_moment_are_both_there()
    {
        var lengths = Inputs.Draw().Durations(2);

        await ThrowsAllAsync(new Letters(new(lengths[0], Failure(0)), new(lengths[1]), new(lengths[0], Failure(2)), new(lengths[0], Failure(3))));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Cancellations_are_not_among_the_failures([Values(0, 1, 2)] int place)
    {
        TimeSpan[] lengths = Inputs.Draw().Durations(4);
        Letter[] all =
        [
            new(lengths[0], new OperationCanceledException()),
            Letter.Throwing(new OperationCanceledException()),
            new(lengths[2], new TaskCanceledException()),
            new(lengths[3]),
        ];
        all[place] = new(lengths[place], Failure(place));

        await ThrowsAllAsync(new Letters(all));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_task_with_several_failures_passes_all_of_them_on()
    {
        var lengths = Inputs.Draw().Durations(3);

        await ThrowsAllAsync(new Letters(new(lengths[0], Failure(0)), new(lengths[1], Failure(1), Failure(2), Failure(3)), new(lengths[2])));
    }

    /// <summary>A failure that is made for other failures is one failure, and stays what it is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_that_holds_others_is_not_unpacked([Values] bool atOnce)
    {
        var lengths = Inputs.Draw().Durations(3);
        var floods = new AggregateException("two floods", new IOException("the first"), new IOException("the second"));

        await ThrowsAllAsync(new Letters(atOnce ? Letter.Throwing(floods) : new(lengths[0], floods), new(lengths[1]), new(lengths[2], Failure(2))));
    }

    /// <summary>Cancelled in three ways; the others are still waited for.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Only_cancellations_come_out_as_one([Values("later", "at once", "both")] string when)
    {
        var lengths = Inputs.Draw().Durations(3);
        Letter later = new(lengths[0], new OperationCanceledException()), atOnce = Letter.Throwing(new OperationCanceledException());
        var letters = new Letters([.. (Letter[])(when switch { "later" => [later], "at once" => [atOnce], _ => [atOnce, later] }), new(lengths[1]), new(lengths[2])]);

        var thrown = await Caught.ByAsync(() => Combine.AllAsync(letters.Starts));

        HasEnded(letters);
        Claim.That(
            thrown is OperationCanceledException,
            "No start failed, and at least one was cancelled, at once or later. What comes out of AllAsync then is an OperationCanceledException.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Failures_of_two_calls_at_once_are_kept_apart()
    {
        var lengths = Inputs.Draw().Durations(4);
        Letters first = new(new(lengths[0], Failure(0)), new(lengths[1])), second = new(new(lengths[2]), new(lengths[3], Failure(3)));

        await Task.WhenAll(Task.Run(() => ThrowsAllAsync(first)), Task.Run(() => ThrowsAllAsync(second)));
    }

    private static async Task ThrowsAllAsync(Letters letters)
    {
        var thrown = await Caught.ByAsync(() => Combine.AllAsync(letters.Starts));

        HasEnded(letters);
        Claim.That(
            thrown is AggregateException,
            "A start failed, and what came out of AllAsync was no AggregateException. await takes one exception out of a task; the task itself holds "
            + "all of them.");
        var told = ((AggregateException)thrown!).InnerExceptions;
        Claim.That(
            told.ToHashSet().SetEquals(letters.Failures) && told.Count == letters.Failures.Length,
            "The InnerExceptions are not exactly the exceptions that were thrown: each of them once, as it was thrown (an AggregateException "
            + "too), also all those of a task that has several, and no cancellation among them.");
        Claim.That(
            told.SequenceEqual(letters.Failures),
            "The failures are not in the order of the list: a failure goes where its start stands, not where it happens in time.");
        Claim.That(await letters.AfterwardsAsync() == 0, "Something went on after AllAsync had thrown.");
    }

    private static void HasEnded(Letters letters) => Claim.That(
        letters.UnderWay == 0 && letters.Calls.All(calls => calls == 1),
        "AllAsync threw before every start had been called, once, and had ended. Wait for all of them, then throw.");

    /// <summary>Different types, since an answer may tell them apart.</summary>
    private static Exception Failure(int place) => (place % 3) switch
    {
        0 => new IOException($"{place} burnt down"),
        1 => new TimeoutException($"{place} was closed"),
        _ => new InvalidOperationException($"{place} could not say"),
    };
}
