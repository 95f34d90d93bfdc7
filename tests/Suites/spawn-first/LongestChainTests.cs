using Interleaving.NUnit;

namespace ConcurrencyKatas.SpawnFirst.Suite;

[TestFixture]
public sealed class LongestChainTests
{
    private const string Criterion = "longest-chain";

    private const string TooLong =
        "The page did not take as long as its longest chain. Profile + offers, orders, news and layout all run at the same time.";

    private const string Mixed =
        "Two pages were made at once, and one of them did not take as long as its own longest chain. Nothing that belongs to one page may be static.";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task The_page_takes_as_long_as_its_longest_chain([Values] Chain chain) => await TakesTheLongestChainAsync(new(chain.Lengths()));

    /// <summary>The figures of the README; chains of one length, too.</summary>
    [TestCase(2, 3, 1, 0, 0, 3), TestCase(2, 3, 1, 1, 0.5, 3), TestCase(1, 5, 1, 4, 0, 5), TestCase(2, 4, 4, 2, 4, 4), Interleaved, Category(Criterion)]
    public async Task Pages_in_round_seconds(double profile, double orders, double news, double offers, double layout, double page)
    {
        var sources = new Sources(profile * Second, orders * Second, news * Second, offers * Second, layout * Second);

        await TakesTheLongestChainAsync(sources);

        Claim.That(
            sources.Elapsed == page * Second,
            "A page of profile + offers, orders, news and layout did not take as long as the longest of the four.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_pages_at_once_take_as_long_as_alone() => await Task.WhenAll(
        Task.Run(() => TakesTheLongestChainAsync(new(Chain.OffersWithQuickProfile.Lengths()), Mixed)),
        Task.Run(() => TakesTheLongestChainAsync(new(Chain.News.Lengths()), Mixed)));

    /// <summary>The layout takes no time here: it may compute on the loop.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void The_loop_ticks_while_the_page_waits([Values(Chain.Offers, Chain.Orders)] Chain chain)
    {
        var sources = new Sources([.. chain.Lengths()[..4], TimeSpan.Zero]);

        Loop.Run(async () =>
        {
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(60);
            await TakesTheLongestChainAsync(sources);
            await ticking;
            Claim.That(
                ticker.LongestGap == Ticker.Period,
                "The loop stood still while the page was being made: its only thread was blocked. Wait with await, never with .Result or Wait.");
        });
    }

    private static async Task TakesTheLongestChainAsync(Sources sources, string tooLong = TooLong)
    {
        await Morning.BuildAsync(sources);

        var elapsed = sources.Elapsed;
        Claim.That(
            sources.Asked.Where(one => one.Part == Part.Offers).All(one => one.At == sources.Length(Part.Profile)),
            "The offers were not asked at the moment at which the profile was there. They need the profile and nothing else: not the orders, not the "
            + "news, and not the end of the layout.");
        Claim.That(elapsed == sources.LongestChain, tooLong);
    }
}
