using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

[TestFixture]
public sealed class TwiceTests
{
    private const string Criterion = "twice";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The second comes at once, in the middle, or after the end, with less grace or more: the first one's counts. Whether a cancelled service is
    /// awaited, a quarter of a second, is another criterion's question.
    /// </summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Whoever_stops_it_later_waits_for_the_same_end([Values(0, 1, 9)] int quarters, [Values] bool patient)
    {
        var (counter, shop) = Open();
        await Task.Delay(Second / 2);

        var first = EndAsync(counter, () => shop.StopAsync(Second));
        await Task.Delay(quarters * (Second / 4));
        var second = await EndAsync(counter, () => shop.StopAsync(patient ? Timeout.InfiniteTimeSpan : TimeSpan.Zero));
        var (at, returned) = await first;

        Claim.That(at >= 1.5 * Second && at <= 1.75 * Second, Wording.TwoEnds);
        Claim.That(second.At == (quarters == 9 ? 2.75 * Second : at), Wording.TwoEnds);
        Claim.That(second.Returned.SequenceEqual(returned), Wording.TwoEnds);
    }

    /// <summary>At the same time: either may be the first, and then there is one end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_that_stop_it_at_the_same_time_get_the_same_list()
    {
        var (counter, shop) = Open();
        await Task.Delay(Second / 2);

        var both = await Task.WhenAll(
            Task.Run(() => EndAsync(counter, () => shop.StopAsync(TimeSpan.Zero))), Task.Run(() => EndAsync(counter, () => shop.StopAsync(Second))));

        Claim.That(both[0].At == both[1].At, Wording.TwoEnds);
        Claim.That(both[0].Returned.SequenceEqual(both[1].Returned), Wording.TwoEnds);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Stopped_and_disposed_at_the_same_time_there_is_one_end()
    {
        var (counter, shop) = Open();
        await Task.Delay(Second / 2);

        var stopped = Task.Run(() => EndAsync(counter, () => shop.StopAsync(Second)));
        var disposed = Task.Run(() => DisposeAsync(counter, shop));
        var at = await disposed;
        var end = await stopped;

        Claim.That(at == end.At, Wording.TwoEnds);
        Claim.That(end.Returned.Count is 2 or 3, Wording.TwoEnds);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_disposal_during_the_grace_cuts_nothing_short([Values] bool again)
    {
        var (counter, shop) = Open();
        await Task.Delay(Second / 2);

        var stopped = EndAsync(counter, () => shop.StopAsync(Timeout.InfiniteTimeSpan));
        await Task.Delay(Second / 4);
        var at = await DisposeAsync(counter, shop);
        if (again)
            await shop.DisposeAsync();
        var end = await stopped;

        Claim.That(end.At == 3 * Second && end.Returned is [], Wording.TwoEnds);
        Claim.That(at == end.At, Wording.TwoEnds);
    }

    /// <summary>Nobody has stopped it: the disposal abandons it, and whoever stops it afterwards gets the list.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Disposed_alone_it_is_abandoned()
    {
        var (counter, shop) = Open();
        await Task.Delay(Second / 2);

        var at = await DisposeAsync(counter, shop);
        var (_, returned) = await EndAsync(counter, () => shop.StopAsync(Timeout.InfiniteTimeSpan));
        await Task.Delay(TimeSpan.FromMinutes(1));

        Claim.That(counter.Begun.Length == 1, Wording.BegunAfterTheDisposal);
        Claim.That(at <= 0.75 * Second, Wording.NotAbandoned);
        Claim.That(returned.Order().SequenceEqual([0, 1, 2]), Wording.TwoEnds);
    }

    /// <summary>Three customers of a second each and one clerk; who is cancelled needs a quarter of a second.</summary>
    private static (Counter Counter, Shop<int> Shop) Open()
    {
        var counter = new Counter(_ => Second) { CleanUp = Second / 4 };
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(0, 3))
            shop.TryEnter(customer);
        return (counter, shop);
    }

    private static async Task<(TimeSpan At, IReadOnlyList<int> Returned)> EndAsync(Counter counter, Func<Task<IReadOnlyList<int>>> stop)
    {
        IReadOnlyList<int> returned = [];
        var outcome = await Caught.ByAsync(async () => returned = await stop());
        Claim.That(outcome is null, Wording.Threw);
        return (counter.Elapsed, returned);
    }

    private static async Task<TimeSpan> DisposeAsync(Counter counter, Shop<int> shop)
    {
        var outcome = await Caught.ByAsync(() => shop.DisposeAsync().AsTask());
        Claim.That(outcome is null, Wording.Threw);
        return counter.Elapsed;
    }
}
