using Interleaving.NUnit;

namespace ConcurrencyKatas.SpawnFirst.Suite;

[TestFixture]
public sealed class CompleteTests
{
    private const string Criterion = "complete";

    private const string Once = "Not every source, the layout included, was asked exactly once.";

    [Test, Interleaved, Category(Criterion)]
    public async Task The_page_has_what_each_source_said([Values] Chain chain) => await IsCompleteAsync(new(chain.Lengths()));

    [Test, Interleaved, Category(Criterion)]
    public async Task A_page_whose_parts_are_there_at_once_is_complete() => await IsCompleteAsync(new(new TimeSpan[5]));

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_pages_at_once_mix_nothing() => await Task.WhenAll(
        Task.Run(() => IsCompleteAsync(new(Chain.Offers.Lengths()) { Edition = "early" })),
        Task.Run(() => IsCompleteAsync(new(Chain.Orders.Lengths()) { Edition = "late" })));

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_pages_one_after_the_other_mix_nothing()
    {
        await IsCompleteAsync(new(Chain.News.Lengths()) { Edition = "early" });
        await IsCompleteAsync(new(Chain.Offers.Lengths()) { Edition = "late" });
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Nobody_is_asked_twice_when_a_part_fails([Values] Part part)
    {
        var sources = new Sources(Chain.News.Lengths()) { Failures = { [part] = new IOException("down") } };

        await Caught.ByAsync(() => Morning.BuildAsync(sources));
        await sources.AfterwardsAsync();

        Claim.That(sources.Asked.DistinctBy(one => one.Part).Count() == sources.Asked.Length, "A part failed, and a source was asked twice.");
        Claim.That(
            part != Part.Profile || sources.Asked.All(one => one.Part != Part.Offers),
            "The profile failed, and offers were asked all the same. Without a profile there is nothing to ask them for.");
    }

    private static async Task IsCompleteAsync(Sources sources)
    {
        var page = await Morning.BuildAsync(sources);

        Claim.That(sources.Asked.Select(one => one.Part).Order().SequenceEqual(Enum.GetValues<Part>()), Once);
        Claim.That(sources.ProfileOfOffers == sources.Page.Profile, "The offers were asked for something that is not the profile.");
        Claim.That(page == sources.Page, "The page does not have what each of its own sources said, each in its place.");
    }
}
