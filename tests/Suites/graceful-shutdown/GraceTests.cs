using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

[TestFixture]
public sealed class GraceTests
{
    private const string Criterion = "grace";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task With_two_seconds_of_grace_it_is_three_and_a_half_and_two_are_handed_back()
    {
        var counter = new Counter(_ => Second);
        var returned = await StopFiveAsync(counter, 2 * Second);

        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
        CancelledAt(3.5 * Second, counter);
        Claim.That(counter.Elapsed == 3.5 * Second, Wording.EndLate);
        Claim.That(returned.Order().SequenceEqual([4, 5]), Wording.NotWhoIsLeft);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Abandoned_it_is_over_at_once_and_four_are_handed_back()
    {
        var counter = new Counter(_ => Second);
        var returned = await StopFiveAsync(counter, TimeSpan.Zero);

        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
        CancelledAt(1.5 * Second, counter);
        Claim.That(counter.Elapsed == 1.5 * Second, Wording.EndLate);
        Claim.That(returned.Order().SequenceEqual([2, 3, 4, 5]), Wording.NotWhoIsLeft);
    }

    /// <summary>All who are being served are told when the grace is over, clean up, and are awaited; at three instants.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task When_the_grace_is_over_whoever_is_being_served_is_cancelled_and_awaited([Values(1, 3, 5)] int halves)
    {
        var durations = Inputs.Draw().Durations(6);
        var counter = new Counter(customer => 3 * durations[customer], 2) { CleanUp = Second / 4 };
        var shop = new Shop<int>(counter.ServeAsync, 2);
        foreach (var customer in Enumerable.Range(0, 6))
            shop.TryEnter(customer);
        await Task.Delay(Second / 4);
        var grace = halves * (Second / 2);

        await shop.StopAsync(grace);

        var at = (Second / 4) + grace;
        Claim.That(counter.Cancelled.All(cancelled => cancelled >= at), Wording.CancelledTooSoon);
        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
        CancelledAt(at, counter);
        Claim.That(counter.Elapsed == at + (Second / 4), Wording.EndLate);
        Claim.That(counter.Begun.All(begun => begun.At <= at), Wording.BegunAfterTheGrace);
    }

    /// <summary>Services that do not listen: those under way may come to their end, and nobody else is begun with.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task After_the_grace_nobody_is_begun_with()
    {
        var durations = Inputs.Draw().Durations(5);
        var counter = new Counter(customer => durations[customer], 2) { Deaf = true };
        var shop = new Shop<int>(counter.ServeAsync, 2);
        foreach (var customer in Enumerable.Range(0, 5))
            shop.TryEnter(customer);
        await Task.Delay(Second / 4);

        await shop.StopAsync(Second / 4);

        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
        Claim.That(counter.Begun.Length <= 2, Wording.BegunAfterTheGrace);
    }

    /// <summary>The grace is a limit: when all is done before, it is over.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task A_grace_that_is_not_needed_is_not_waited_out([Values(0, 1, 3)] int customers)
    {
        var durations = Inputs.Draw().Durations(3);
        var counter = new Counter(customer => durations[customer]);
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(0, customers))
            shop.TryEnter(customer);

        var returned = await shop.StopAsync(TimeSpan.FromHours(1));

        Claim.That(counter.Cancelled is [] && returned is [], Wording.CancelledTooSoon);
        Claim.That(counter.Elapsed == durations[..customers].Aggregate(TimeSpan.Zero, (sum, next) => sum + next), Wording.EndLate);
    }

    /// <summary>Nobody is there when it is abandoned, or there is, and the caller gets its thread back at once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void The_stop_gives_its_task_back_at_once()
    {
        var durations = Inputs.Draw().Durations(2);

        Loop.Run(async () =>
        {
            var counter = new Counter(customer => 2 * durations[customer]) { CleanUp = Second / 2 };
            var shop = new Shop<int>(counter.ServeAsync, 1);
            shop.TryEnter(0);
            shop.TryEnter(1);
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(29);
            await Task.Delay(Second / 4);
            await shop.StopAsync(Second / 2);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocked);
        });
    }

    /// <summary>A service has asked to be told of its cancellation, and computes when it is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_a_service_does_when_it_is_cancelled_does_not_hold_the_caller_up()
    {
        var durations = Inputs.Draw().Durations(2);
        var shop = new Shop<int>(
            async (_, token) =>
            {
                var serving = Task.Delay(9 * Second, token);
                token.Register(() => Thread.Sleep(durations[0]));
                await serving;
            },
            1);
        shop.TryEnter(0);
        await Task.Delay(durations[1]);

        var watch = Stopwatch.StartNew();
        var stop = shop.StopAsync(TimeSpan.Zero);
        var took = watch.Elapsed;
        await stop;

        Claim.That(took == TimeSpan.Zero, Wording.CancelsOnItsCaller);
    }

    /// <summary>As many as are being served, or more: whoever is called up at that very instant sees a token that is cancelled.</summary>
    private static void CancelledAt(TimeSpan at, Counter counter) => Claim.That(
        counter.Cancelled.Length >= counter.BeingServedAt(at) && counter.Cancelled.All(cancelled => cancelled == at), Wording.NotCancelled);

    private static async Task<IReadOnlyList<int>> StopFiveAsync(Counter counter, TimeSpan grace)
    {
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(1, 5))
            shop.TryEnter(customer);
        await Task.Delay(1.5 * Second);
        return await shop.StopAsync(grace);
    }
}
