using Interleaving.NUnit;

namespace ConcurrencyKatas.SpawnFirst.Suite;

[TestFixture]
public sealed class NoneLeftBehindTests
{
    private const string Criterion = "none-left-behind";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_part_that_fails_leaves_nobody_behind([Values] Part part, [Values(Chain.Offers, Chain.Orders, Chain.Layout)] Chain chain) =>
        await FailsAsync(new(chain.Lengths()) { Failures = { [part] = Down(part) } });

    [Test, Interleaved, Category(Criterion)]
    public async Task A_part_that_throws_at_once_leaves_nobody_behind([Values] Part part) =>
        await FailsAsync(new(Chain.News.Lengths()) { AtOnce = true, Failures = { [part] = Down(part) } });

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_may_fail([Values] Part one, [Values(Part.Orders, Part.Offers, Part.Layout)] Part other)
    {
        var sources = new Sources(Chain.OffersBesideTheLayout.Lengths()) { Failures = { [one] = Down(one) } };
        sources.Failures[other] = Down(other);
        await FailsAsync(sources);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task All_may_fail([Values] bool atOnce) => await FailsAsync(
        new(Chain.Orders.Lengths()) { AtOnce = atOnce, Failures = Enum.GetValues<Part>().ToDictionary(part => part, Down) });

    [Test, Interleaved, Category(Criterion)]
    public async Task Being_cancelled_is_a_failure_too([Values] Part part, [Values] bool atOnce)
    {
        var sources = new Sources(Chain.News.Lengths()) { AtOnce = atOnce, Failures = { [part] = new OperationCanceledException("not today") } };

        var thrown = await Caught.ByAsync(() => Morning.BuildAsync(sources));

        await HasEndedAsync(sources);
        Claim.That(thrown is OperationCanceledException, "A source was cancelled, and what came out was no OperationCanceledException.");
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_page_that_fails_leaves_another_alone()
    {
        Sources failing = new(Chain.Orders.Lengths()) { Failures = { [Part.News] = Down(Part.News) } };
        Sources other = new(Chain.Offers.Lengths()) { Edition = "other" };

        var fails = Task.Run(() => FailsAsync(failing));
        var succeeds = Task.Run(() => Caught.ByAsync(() => Morning.BuildAsync(other)));
        await fails;

        Claim.That(await succeeds is null, "One page failed, and another that was made at the same time failed with it.");
    }

    private static async Task FailsAsync(Sources sources)
    {
        var thrown = await Caught.ByAsync(() => Morning.BuildAsync(sources));

        await HasEndedAsync(sources);
        Claim.That(thrown is not null, "A part failed, and the page was made as if nothing had happened.");
        Claim.That(
            sources.Failures.ContainsValue(thrown!),
            "What came out is none of the failures as it was thrown: not something around it, and not something else.");
    }

    private static async Task HasEndedAsync(Sources sources)
    {
        var (underWay, elapsed) = (sources.UnderWay, sources.Elapsed);
        Claim.That(
            underWay == 0 && await sources.AfterwardsAsync() == 0,
            "The page had failed, and something that was started for it was still running. Wait for everything that you start, no matter what "
            + "fails: also when the layout fails, or a source throws before it returns a task.");
        Claim.That(elapsed == sources.LastEnd, "Everything had ended, and the page failed only later.");
    }

    private static Exception Down(Part part) => part switch
    {
        Part.Profile or Part.Offers => new IOException($"{part} is down"),
        Part.Orders or Part.Layout => new InvalidOperationException($"{part} is out of order"),
        Part.News => new TimeoutException($"no {part}"),
    };
}
