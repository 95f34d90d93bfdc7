using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Heisenbug.Suite;

[TestFixture]
public sealed class FrozenTests
{
    private const string Criterion = "frozen";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Which call comes first, before the price is known.</summary>
    public enum Call
    {
        /// <summary>PriceAsync.</summary>
        Price,

        /// <summary>BuyAsync.</summary>
        Buy,

        /// <summary>WhenSoldOutAsync.</summary>
        WhenSoldOut,
    }

    [Test, Interleaved, Category(Criterion)]
    public void No_call_holds_the_loop([Values] Call call)
    {
        var bank = new Bank(20) { Asking = 2 * Second, Charging = Second };
        var office = new BoxOffice(bank, 1);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(40);
            var watch = Stopwatch.StartNew();
            Task first = call switch
            {
                Call.Price => office.PriceAsync(),
                Call.Buy => office.BuyAsync("first"),
                Call.WhenSoldOut => office.WhenSoldOutAsync(),
            };
            Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Frozen);
            await Task.WhenAll(office.BuyAsync("second"), office.PriceAsync());
            await first;
            await ticking;
            Claim.That(ticker.LongestGap == Ticker.Period, Wording.Frozen);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_question_on_the_loop_takes_as_long_as_the_bank_takes()
    {
        var price = Inputs.Draw().Next(10, 90);
        var office = new BoxOffice(new Bank(price) { Asking = 2 * Second }, 3);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            Claim.That(await office.PriceAsync() == price, Wording.Price);
            Claim.That(watch.Elapsed == 2 * Second, Wording.Slow);
            Claim.That(await office.PriceAsync() == price && watch.Elapsed == 2 * Second, Wording.Remembered);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_bank_is_asked_once_by_all_who_come_at_once([Values(2, 3, 4)] int count)
    {
        var price = Inputs.Draw().Next(10, 90);
        var bank = new Bank(price) { Asking = Second };
        var office = new BoxOffice(bank, count);

        Loop.Run(async () =>
        {
            List<Task<int>> asked = [.. Enumerable.Range(0, count).Select(_ => office.PriceAsync())];
            var bought = office.BuyAsync("buyer");
            await Task.Delay(Second / 2);
            asked.Add(office.PriceAsync());
            Claim.That((await Task.WhenAll(asked)).All(answer => answer == price), Wording.Price);
            await bought;
            await office.PriceAsync();
        });

        Claim.That(bank.Asked == 1, Wording.AskedAgain);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_bank_is_asked_once_by_several_threads()
    {
        var bank = new Bank(20);
        var office = new BoxOffice(bank, 3);

        var prices = await Task.WhenAll(Task.Run(office.PriceAsync), Task.Run(office.PriceAsync));

        Claim.That(prices is [20, 20], Wording.Price);
        Claim.That(bank.Asked == 1, Wording.AskedAgain);
    }

    /// <summary>Nothing is an answer too, and not the sign that nobody has asked yet.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_price_of_nothing_is_remembered_as_well()
    {
        var bank = new Bank(0);
        var office = new BoxOffice(bank, 3);

        var prices = (await office.PriceAsync(), await office.PriceAsync());
        await office.BuyAsync("buyer");

        Claim.That(prices is (0, 0), Wording.Price);
        Claim.That(bank.Asked == 1, Wording.FreeEvening);
    }

    /// <summary>Three wait for one question; each of them that hears of its failure asks again, at once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_question_that_failed_is_told_to_all_who_waited_and_asked_again_once([Values(2, 3)] int count)
    {
        var failure = new IOException("the line is dead");
        var bank = new Bank(20) { Asking = Second, Refusal = n => n == 1 ? failure : null };
        var office = new BoxOffice(bank, 3);

        await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            Claim.That(ReferenceEquals(await Caught.ByAsync(office.PriceAsync), failure), Wording.FailureForAll);
            Claim.That(await office.PriceAsync() == 20, Wording.Price);
        })));

        Claim.That(bank.Asked == 2, Wording.AskedAgain);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_question_that_failed_is_told_and_asked_again([Values] bool atOnce, [Values] bool givesUp)
    {
        Exception failure = givesUp ? new OperationCanceledException("the bank gave up by itself") : new IOException("the line is dead");
        var bank = new Bank(20) { Asking = atOnce ? TimeSpan.Zero : Second, ThrowsAtOnce = atOnce, Refusal = n => n <= 2 ? failure : null };
        var office = new BoxOffice(bank, 3);

        Loop.Run(async () =>
        {
            Claim.That(ReferenceEquals(await Caught.ByAsync(office.PriceAsync), failure), Wording.Failure);
            Claim.That(ReferenceEquals(await Caught.ByAsync(office.PriceAsync), failure), Wording.Failure);
            Claim.That(await Caught.ByAsync(office.PriceAsync) is null, Wording.FailureKept);
            Claim.That(await office.PriceAsync() == 20, Wording.Price);
        });

        Claim.That(bank.Asked == 3, Wording.AskedAgain);
    }
}
