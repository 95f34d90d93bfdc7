using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins.Suite;

[TestFixture]
public sealed class AllFailedTests
{
    private const string Criterion = "all-failed";

    private const string Failures =
        "All replicas failed, and what came out was not one AggregateException with the failure of each, the very object, in the order of the replicas.";

    private const string NotAtTheLast = "All replicas failed, and the call did not end with the last of them.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>In the order of time they fail last to first.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_failures_stand_in_the_order_of_the_replicas([Values(2, 4)] int count)
    {
        var delay = Inputs.Draw().Delay();
        Company[] companies =
        [
            .. Enumerable.Range(0, count).Select(i => new Company(Times.Of(i, 2 * (count - i), delay)) { Failure = new IOException($"busy {i}") }),
        ];

        await FailsAsync(companies, delay);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_only_one_fails() => await FailsAsync([new(Second) { Failure = new TimeoutException("no answer") }], Second);

    [Test, Interleaved, Category(Criterion)]
    public async Task All_throw_at_once()
    {
        Company[] companies = [.. Enumerable.Range(0, 3).Select(i => new Company(TimeSpan.Zero) { Failure = new IOException($"busy {i}"), ThrowsAtOnce = true })];

        await FailsAsync(companies, Second);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task All_fail_one_after_the_other()
    {
        var delay = Inputs.Draw().Delay();
        Company[] companies =
        [
            .. Enumerable.Range(0, 4).Select(i => new Company(Times.Of(i, 0.3, delay)) { Failure = new IOException($"busy {i}") }),
        ];

        await FailsAsync(companies, delay);
    }

    /// <summary>A time-out of its own makes the replica's task a cancelled one, which has no exception to ask for.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_replica_that_timed_out_by_itself_has_failed_too([Values(0, 1, 2)] int timedOut)
    {
        var delay = Inputs.Draw().Delay();
        Exception[] failures = [.. Enumerable.Range(0, 3).Select(i => i == timedOut ? (Exception)new TaskCanceledException("too slow") : new IOException("busy"))];
        var board = new Switchboard([.. failures.Select((failure, i) => new Company(Times.Of(i, 0.3, delay)) { Failure = failure })]);

        var outcome = await board.AskAsync(delay);

        Claim.That(
            outcome.Error is AggregateException all && all.InnerExceptions.Count == 3
            && all.InnerExceptions.Zip(failures).All(pair => pair.First == pair.Second || (pair.First, pair.Second) is (OperationCanceledException, TaskCanceledException)),
            Failures);
    }

    /// <summary>They share nothing that orders them, so a list that both write shows as a race.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task All_fail_at_one_instant()
    {
        Exception[] failures = [new IOException("busy"), new TimeoutException("no answer"), new InvalidOperationException("no car")];

        var error = await Caught.ByAsync(() => Hedge.FirstAsync<int>(
            [_ => FailAsync(failures[0]), _ => FailAsync(failures[1]), _ => FailAsync(failures[2])], TimeSpan.Zero));

        Claim.That(error is AggregateException all && all.InnerExceptions.SequenceEqual(failures), Failures);

        static async Task<int> FailAsync(Exception failure)
        {
            await Task.Delay(Second);
            throw failure;
        }
    }

    private static async Task FailsAsync(Company[] companies, TimeSpan delay)
    {
        var plan = Plan.Of(companies, delay);
        var board = new Switchboard(companies);

        var outcome = await board.AskAsync(delay);

        Claim.That(
            outcome.Error is AggregateException all && all.InnerExceptions.SequenceEqual(companies.Select(company => company.Failure)), Failures);
        Claim.That(outcome.At == plan.At, NotAtTheLast);
    }
}
