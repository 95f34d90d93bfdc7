using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

[TestFixture]
public sealed class DrainTests
{
    private const string Criterion = "drain";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Five_of_a_second_each_are_over_at_five()
    {
        var counter = new Counter(_ => Second);
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(1, 5))
            shop.TryEnter(customer);
        await Task.Delay(1.5 * Second);

        var returned = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        Claim.That(returned is [] && counter.Served.Length == 5, Wording.NotDrained);
        Claim.That(counter.Served.SequenceEqual(Enumerable.Range(1, 5)), Wording.ServiceOrder);
        Claim.That(counter.Elapsed == 5 * Second, Wording.DrainLate);
    }

    /// <summary>No clerk idle while somebody waits, and never more at once; nobody, fewer than clerks, and many.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task All_clerks_work_while_somebody_waits([Values(1, 2, 3)] int clerks, [Values(0, 2, 5)] int customers)
    {
        var durations = Inputs.Draw().Durations(6);
        var counter = new Counter(customer => durations[customer], clerks, customers);
        var shop = new Shop<int>(counter.ServeAsync, clerks);
        foreach (var customer in Enumerable.Range(0, customers))
            shop.TryEnter(customer);

        var returned = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        Claim.That(returned is [] && counter.Served.Length == customers, Wording.NotDrained);
        Claim.That(counter.InFlight.Peak <= clerks, Wording.Overcrowded);
        Claim.That(counter.InFlight.Idle == TimeSpan.Zero, Wording.IdleClerk);
    }

    /// <summary>A drain lasts as long as it takes.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Services_that_take_hours_are_drained_as_well()
    {
        var duration = TimeSpan.FromHours(Inputs.Draw().Next(5, 9));
        var counter = new Counter(_ => duration);
        var shop = new Shop<int>(counter.ServeAsync, 1);
        shop.TryEnter(0);
        shop.TryEnter(1);

        var returned = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        Claim.That(returned is [] && counter.Served.Length == 2, Wording.NotDrained);
        Claim.That(counter.Elapsed == 2 * duration, Wording.DrainLate);
    }

    /// <summary>Clerks who compute, a caller who has one thread, and nobody holds it up.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Neither_entering_nor_stopping_holds_a_loop_up()
    {
        var durations = Inputs.Draw().Durations(2);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(29);
            var shop = new Shop<int>(
                (customer, _) =>
                {
                    Thread.Sleep(durations[customer]);
                    return Task.CompletedTask;
                },
                1);
            shop.TryEnter(0);
            shop.TryEnter(1);
            await Task.Delay(durations[0] / 2);
            await shop.StopAsync(Timeout.InfiniteTimeSpan);
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocked);
        });
    }
}
