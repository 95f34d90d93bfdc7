using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins.Suite;

[TestFixture]
public sealed class HedgesTests
{
    private const string Criterion = "hedges";

    private const string Starts =
        "A replica was not started exactly once and at its instant: the next one starts a delay after the last start, or at the very instant at "
        + "which one that runs fails, and the delay counts anew from there.";

    private const string Together =
        "Several replicas failed at the same instant, and the next ones were not started as they should be. Each failure starts one more, at that instant: handle one end at "
        + "a time, or count the failures.";

    private const string AfterTheAnswer = "A replica was started although there was an answer already: nobody calls another taxi from inside of one.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task A_delay_of_a_second_starts_one_a_second_until_there_is_an_answer()
    {
        var board = new Switchboard(new Company(5 * Second), new Company(1.5 * Second), new Company(4 * Second), new Company(Second));

        var outcome = await board.AskAsync(Second);

        Claim.That(board.StartedAt(TimeSpan.Zero, Second, 2 * Second, null), Starts);
        Claim.That(outcome is { Error: null } && outcome.At == 2.5 * Second, Wording.Late);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_starts_the_next_at_once()
    {
        var board = new Switchboard(
            new Company(0.3 * Second) { Failure = new IOException("busy") }, new Company(0.8 * Second), new Company(Second));

        var outcome = await board.AskAsync(Second);

        Claim.That(board.StartedAt(TimeSpan.Zero, 0.3 * Second, null), Starts);
        Claim.That(outcome is { Error: null } && outcome.At == 1.1 * Second, Wording.Late);
    }

    /// <summary>Whoever counts the delay from the call, or from the last start that the delay caused, starts the third too soon.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task After_a_failure_the_delay_counts_from_the_start_that_it_caused()
    {
        var delay = Inputs.Draw().Delay();
        var fails = Times.Of(0, 0.4, delay);
        var board = new Switchboard(
            new Company(fails) { Failure = new IOException("busy") }, new Company(9 * delay), new Company(9 * delay), new Company(0.1 * delay));

        await board.AskAsync(delay);

        Claim.That(board.StartedAt(TimeSpan.Zero, fails, fails + delay, fails + (2 * delay)), Starts);
    }

    /// <summary>It is not the last one started that fails, but one before it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_failure_of_any_that_runs_starts_the_next()
    {
        var delay = Inputs.Draw().Delay();
        var fails = Times.Of(0, 1.4, delay);
        var board = new Switchboard(
            new Company(fails) { Failure = new IOException("no car") }, new Company(9 * delay), new Company(9 * delay), new Company(0.1 * delay));

        await board.AskAsync(delay);

        Claim.That(board.StartedAt(TimeSpan.Zero, delay, fails, fails + delay), Starts);
    }

    /// <summary>Whoever looks only now and then at who has ended sees all at once, and still owes a start for each; whoever remembers only one, two of three.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Those_that_fail_at_one_instant_start_one_more_each([Values(2, 3)] int count)
    {
        var together = (count - 0.5) * Second;
        var board = new Switchboard(
        [
            .. Enumerable.Range(0, count).Select(i => new Company(together - (i * Second)) { Failure = new IOException("busy") }),
            .. Enumerable.Range(1, count).Select(i => new Company((i == count ? 0.3 : 9) * Second)),
        ]);

        var outcome = await board.AskAsync(Second);

        Claim.That(
            board.StartedAt([.. Enumerable.Range(0, count).Select(i => (TimeSpan?)(i * Second)), .. Enumerable.Repeat((TimeSpan?)together, count)]), Together);
        Claim.That(outcome is { Error: null } && outcome.At == together + (0.3 * Second), Wording.Late);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_that_throws_before_it_returns_a_task_has_failed_like_any_other()
    {
        var delay = Inputs.Draw().Delay();
        var failed = new Company(TimeSpan.Zero) { Failure = new InvalidOperationException("no such number"), ThrowsAtOnce = true };
        var board = new Switchboard(failed, failed, new Company(3 * delay), new Company(0.5 * delay));

        await board.AskAsync(delay);

        Claim.That(board.StartedAt(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, delay), Starts);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_that_has_answered_when_the_call_returns_is_the_only_one_asked()
    {
        var board = new Switchboard(new Company(TimeSpan.Zero), new Company(Second));

        await board.AskAsync(Second);
        await board.Activity.AfterwardsAsync();

        Claim.That(board.StartedAt(TimeSpan.Zero, null), AfterTheAnswer);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Without_a_delay_all_are_asked_at_once()
    {
        var board = new Switchboard(new Company(3 * Second), new Company(2 * Second), new Company(Second));

        var outcome = await board.AskAsync(TimeSpan.Zero);

        Claim.That(board.StartedAt(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), Starts);
        Claim.That(outcome is { Error: null } && outcome.At == Second, Wording.Late);
    }

    /// <summary>A loser that is cancelled, or fails while it cleans up, is no reason to call another one.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task After_the_answer_nobody_is_started_while_the_losers_clean_up()
    {
        var delay = Inputs.Draw().Delay();
        var board = new Switchboard(
            new Company(9 * delay) { CleanUp = 0.3 * delay, CleanUpFailure = new IOException("no receipt") },
            new Company(1.5 * delay),
            new Company(9 * delay) { CleanUp = 1.7 * delay },
            new Company(delay),
            new Company(delay));

        await board.AskAsync(delay);
        await board.Activity.AfterwardsAsync();

        Claim.That(board.Starts[3] is [] && board.Starts[4] is [], AfterTheAnswer);
    }

    /// <summary>Draws who fails and when; the instants are worked out one event after the other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whatever_they_do_each_starts_at_its_instant([Values(2, 3, 5)] int count)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 10 * count; i++)
            draw.Next();
        var delay = draw.Delay();
        Company[] companies =
        [
            .. Enumerable.Range(0, count).Select(i => new Company(Times.Of(i, 0.2 + (2.5 * draw.NextDouble()), delay))
            {
                Failure = draw.Next(3) == 0 ? null : new IOException("busy"),
            }),
        ];
        var plan = Plan.Of(companies, delay);
        var board = new Switchboard(companies);

        await board.AskAsync(delay);

        Claim.That(board.StartedAt(plan.Starts), Starts);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_calls_at_once_have_each_their_own_delay()
    {
        var delay = Inputs.Draw().Delay();
        Company[] slow = [new(9 * delay), new(9 * delay), new(delay / 4)];
        Switchboard one = new(slow), other = new(slow);

        await Task.WhenAll(one.AskAsync(delay), other.AskAsync(delay / 2));

        Claim.That(one.StartedAt(TimeSpan.Zero, delay, 2 * delay) && other.StartedAt(TimeSpan.Zero, delay / 2, delay), Wording.Shared);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Waiting_holds_no_thread_up()
    {
        var board = new Switchboard(new Company(3 * Second), new Company(0.5 * Second));
        var watch = Stopwatch.StartNew();

        var asking = board.AskAsync(Second);
        var blocked = watch.Elapsed;
        await asking;

        Claim.That(blocked == TimeSpan.Zero, Wording.Blocks);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_single_thread_nobody_blocks_it() => Loop.Run(async () =>
    {
        var board = new Switchboard(
            new Company(5 * Second) { CleanUp = Second / 2 }, new Company(0.3 * Second) { Failure = new IOException("busy") }, new Company(Second));
        var ticker = new Ticker();
        var ticking = ticker.RunAsync(30);

        await board.AskAsync(Second / 2);
        await ticking;

        Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocks);
    });
}
