using Interleaving.NUnit;

namespace ConcurrencyKatas.Heisenbug.Suite;

[TestFixture]
public sealed class LostSignalTests
{
    private const string Criterion = "lost-signal";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_asks_while_the_last_seat_is_sold_is_told([Values(1, 2)] int listeners)
    {
        var office = new BoxOffice(new Bank(20), 1);

        Task[] told = [.. Enumerable.Range(0, listeners).Select(_ => Task.Run(office.WhenSoldOutAsync))];
        await Task.Run(() => office.BuyAsync("buyer"));
        await Task.WhenAny(Task.WhenAll(told), Task.Delay(TimeSpan.FromHours(1)));

        Claim.That(told.All(task => task.IsCompletedSuccessfully), Wording.Untold);
    }

    /// <summary>Two who buy the last two seats at once: one of the two sells the last one, whoever it is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_end_is_told_whoever_sells_the_last_seat()
    {
        var office = new BoxOffice(new Bank(20), 2);

        var told = office.WhenSoldOutAsync();
        await Task.WhenAll(Task.Run(() => office.BuyAsync("one")), Task.Run(() => office.BuyAsync("other")));
        await Task.WhenAny(told, Task.Delay(TimeSpan.FromHours(1)));

        Claim.That(told.IsCompletedSuccessfully, Wording.Untold);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Whoever_asks_before_during_or_after_is_told_when_the_last_seat_is_paid_for()
    {
        var bank = new Bank(20) { Charging = Second };
        var office = new BoxOffice(bank, 2);

        Loop.Run(async () =>
        {
            await office.PriceAsync();
            var before = office.WhenSoldOutAsync();
            await office.BuyAsync("one");
            Claim.That(!before.IsCompleted, Wording.ToldTooSoon);
            var last = office.BuyAsync("other");
            await Task.Delay(Second / 2);
            var during = office.WhenSoldOutAsync();
            Claim.That(!before.IsCompleted && !during.IsCompleted, Wording.ToldTooSoon);
            await last;
            await Task.Delay(Second);
            Claim.That(before.IsCompleted && during.IsCompleted && office.WhenSoldOutAsync().IsCompleted, Wording.Untold);
        });
    }

    /// <summary>The last two seats are taken at the same time, and either of the two may be paid for first.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Nobody_is_told_while_a_seat_is_still_being_paid_for([Values("one", "other")] string slow)
    {
        var bank = new Bank(20) { ChargingOf = buyer => buyer == slow ? 3 * Second : Second };
        var office = new BoxOffice(bank, 2);

        Loop.Run(async () =>
        {
            var told = office.WhenSoldOutAsync();
            var bought = Task.WhenAll(office.BuyAsync("one"), office.BuyAsync("other"));
            await Task.Delay(2 * Second);
            Claim.That(!told.IsCompleted, Wording.ToldTooSoon);
            await bought;
            await Task.Delay(Second);
            Claim.That(told.IsCompletedSuccessfully, Wording.Untold);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_charge_that_fails_sells_nothing_and_tells_nobody([Values] bool atOnce)
    {
        var bank = new Bank(20) { Charging = Second, ThrowsAtOnce = atOnce, Failure = buyer => buyer == "poor" ? new IOException() : null };
        var office = new BoxOffice(bank, 1);

        Loop.Run(async () =>
        {
            var told = office.WhenSoldOutAsync();
            await Caught.ByAsync(() => office.BuyAsync("poor"));
            await Task.Delay(Second);
            Claim.That(!told.IsCompleted && !office.WhenSoldOutAsync().IsCompleted, Wording.ToldTooSoon);
            if (!await office.BuyAsync("rich"))
                return; // The seat was kept, which is no fault of the signal.
            await Task.WhenAny(told, Task.Delay(TimeSpan.FromHours(1)));
            Claim.That(told.IsCompletedSuccessfully, Wording.Untold);
        });
    }

    /// <summary>
    /// A listener runs in the middle of whoever completes its task, unless that is prevented. When it is, it waits for another
    /// thread that uses the office: with a lock held, both stand still.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_listener_that_buys_again_is_not_called_under_the_lock()
    {
        var office = new BoxOffice(new Bank(20), 1);

        var again = office.WhenSoldOutAsync().ContinueWith(
            _ => Task.Run(() => office.BuyAsync("again")).GetAwaiter().GetResult(),
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await office.BuyAsync("buyer");

        Claim.That(!await again, Wording.SoldTwice);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task An_evening_without_seats_is_sold_out_from_the_start()
    {
        var office = new BoxOffice(new Bank(20), 0);

        var told = office.WhenSoldOutAsync();
        await Task.WhenAny(told, Task.Delay(TimeSpan.FromHours(1)));

        Claim.That(told.IsCompletedSuccessfully, Wording.Untold);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Each_office_has_its_own_end()
    {
        BoxOffice one = new(new Bank(20), 1), other = new(new Bank(20), 1);

        Task mine = one.WhenSoldOutAsync(), theirs = other.WhenSoldOutAsync();
        await one.BuyAsync("buyer");
        await Task.WhenAny(mine, Task.Delay(TimeSpan.FromHours(1)));

        Claim.That(mine.IsCompleted && !theirs.IsCompleted, Wording.Shared);
    }
}
