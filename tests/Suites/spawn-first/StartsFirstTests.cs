using Interleaving.NUnit;

namespace ConcurrencyKatas.SpawnFirst.Suite;

[TestFixture]
public sealed class StartsFirstTests
{
    private const string Criterion = "starts-first";

    private static readonly Part[] Independent = [Part.Profile, Part.Orders, Part.News];

    [Test, Interleaved, Category(Criterion)]
    public async Task The_independent_three_are_asked_at_once([Values] Chain chain)
    {
        var sources = new Sources(chain.Lengths());

        await Caught.ByAsync(() => Morning.BuildAsync(sources));

        StartFirst(sources);
    }

    /// <summary>What is there at once proves nothing by its instant, so the order counts.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_layout_comes_after_them_even_when_nothing_takes_time()
    {
        var sources = new Sources(new TimeSpan[5]);

        await Caught.ByAsync(() => Morning.BuildAsync(sources));

        StartFirst(sources);
    }

    [Test, Interleaved, Category(Criterion)]
    public void They_are_asked_at_once_on_a_loop([Values(Chain.Orders, Chain.News)] Chain chain)
    {
        var sources = new Sources(chain.Lengths());

        Loop.Run(() => Caught.ByAsync(() => Morning.BuildAsync(sources)));

        StartFirst(sources);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_pages_at_once_both_start_first()
    {
        Sources one = new(Chain.Orders.Lengths()), other = new(Chain.Offers.Lengths());

        await Task.WhenAll(
            Task.Run(() => Caught.ByAsync(() => Morning.BuildAsync(one))), Task.Run(() => Caught.ByAsync(() => Morning.BuildAsync(other))));

        StartFirst(one);
        StartFirst(other);
    }

    private static void StartFirst(Sources sources)
    {
        Part[] asked = [.. sources.Asked.Select(one => one.Part)];
        Claim.That(
            Independent.All(part => sources.Asked.Any(one => one.Part == part && one.At == TimeSpan.Zero)),
            "Profile, orders and news were not all asked at 0 s. None of them needs anything that is not there yet: call all three before the first "
            + "await.");
        Claim.That(
            Independent.All(part => Array.IndexOf(asked, part) < Array.IndexOf(asked, Part.Layout)),
            "The layout was begun before profile, orders and news had all been asked. It holds its thread while it computes; meanwhile they could "
            + "be at work.");
    }
}
