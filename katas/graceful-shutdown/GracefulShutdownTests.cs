using System.Collections.Concurrent;
using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3.5 s means exactly 3.5 s.
[TestFixture]
public sealed class GracefulShutdownTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<int> _served = [];

    [Test, Interleaved]
    public async Task Drained_everybody_inside_is_served()
    {
        var (left, at) = await StopFiveAsync(Timeout.InfiniteTimeSpan);

        left.ShouldBeEmpty("Everybody inside should have been served, however long it takes.");
        _served.ToArray().ShouldBe([1, 2, 3, 4, 5], "One clerk serves them in the order in which they entered, and each once.");
        at.ShouldBe(5 * OneSecond, "Five customers of one second each, and one clerk: the stop ends when the last one has been served.");
    }

    [Test, Interleaved]
    public async Task With_a_grace_of_two_seconds_the_rest_is_handed_back()
    {
        var (left, at) = await StopFiveAsync(2 * OneSecond);

        left.ToArray().ShouldBe([4, 5], "Stopped at 1.5 s, with 2 s of grace: at 3.5 s customer 4 is being served and 5 waits. Both are handed back.");
        at.ShouldBe(3.5 * OneSecond, "The grace is counted once, from the stop.");
    }

    [Test, Interleaved]
    public async Task Abandoned_whoever_is_being_served_is_handed_back_too()
    {
        var (left, at) = await StopFiveAsync(TimeSpan.Zero);

        left.ToArray().ShouldBe([2, 3, 4, 5], "Customer 2 was being served when the shop was abandoned. They were not served to the end, so they are handed back.");
        at.ShouldBe(1.5 * OneSecond, "A service that is still running is cancelled at once.");
    }

    [Test, Interleaved]
    public async Task Beside_the_stop_a_customer_is_in_or_out()
    {
        await using var shop = new Shop<int>(ServeAsync, 1);

        var entered = Task.Run(() => shop.TryEnter(1));
        var left = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        (_served.Count + left.Count).ShouldBe(
            await entered ? 1 : 0, "TryEnter and StopAsync were called at the same time. True means served or handed back, and false means neither.");
    }

    [Test, Interleaved]
    public async Task A_failure_costs_a_customer_and_not_the_clerk()
    {
        await using var shop = new Shop<int>(ServeAllButTheFirstAsync, 1);
        foreach (var customer in (int[])[1, 2, 3])
            shop.TryEnter(customer);

        var left = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        left.ToArray().ShouldBe([1], "Serving customer 1 failed, so that customer is handed back.");
        _served.ToArray().ShouldBe([2, 3], "The clerk must survive a failure, and serve the next customers.");

        Task ServeAllButTheFirstAsync(int customer, CancellationToken token) =>
            customer == 1 ? throw new IOException("out of stock") : ServeAsync(customer, token);
    }

    [Test, Interleaved]
    public async Task Stopped_and_disposed_at_once_there_is_one_end()
    {
        var shop = new Shop<int>(ServeAsync, 1);
        shop.TryEnter(1);
        shop.TryEnter(2);
        await Task.Delay(OneSecond / 2);
        var watch = Stopwatch.StartNew();

        var first = shop.StopAsync(OneSecond);
        var second = shop.StopAsync(TimeSpan.Zero);
        await shop.DisposeAsync();

        watch.Elapsed.ShouldBe(OneSecond, "The first call gave one second of grace. Later calls wait for the same end.");
        (await first).ToArray().ShouldBe([2], "Customer 2 was being served when the grace was over.");
        (await second).ToArray().ShouldBe((await first).ToArray(), "Every call of StopAsync gets the same list.");
    }

    private async Task<(IReadOnlyList<int> Left, TimeSpan At)> StopFiveAsync(TimeSpan grace)
    {
        var watch = Stopwatch.StartNew();
        await using var shop = new Shop<int>(ServeAsync, 1);
        foreach (var customer in (int[])[1, 2, 3, 4, 5])
            shop.TryEnter(customer);
        await Task.Delay(1.5 * OneSecond);
        var left = await shop.StopAsync(grace);
        return (left, watch.Elapsed);
    }

    private async Task ServeAsync(int customer, CancellationToken token)
    {
        await Task.Delay(OneSecond, token);
        _served.Enqueue(customer);
    }
}
