using System.Collections.Concurrent;
using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.FireAndForget;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class FireAndForgetTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<(string Name, Exception Failure)> _reports = [];

    [Test, Interleaved]
    public async Task Start_returns_at_once()
    {
        await using var background = new Background(Report);
        var watch = Stopwatch.StartNew();

        background.Start("newsletter", WriteAndSendAsync);

        watch.Elapsed.ShouldBe(
            TimeSpan.Zero,
            "The work computes for a second before its first await, and its caller had to wait for that: run the work on the thread pool.");

        static async Task WriteAndSendAsync()
        {
            Thread.Sleep(OneSecond); // Under [Interleaved] this is a computation of a second.
            await Task.Delay(OneSecond);
        }
    }

    [Test, Interleaved]
    public async Task A_failure_is_reported_with_its_name()
    {
        var bounced = new IOException("no such address");
        var background = new Background(Report);

        background.Start("fine", () => Task.Delay(OneSecond));
        background.Start("cancelled", () => Task.Delay(OneSecond, new CancellationToken(canceled: true)));
        background.Start("bounced", () => throw bounced);
        await Task.Delay(OneSecond / 2);

        _reports.ToArray().ShouldBe([("bounced", bounced)], "One of the three failed. It must be reported once, with its name and the exception that it threw.");
        await background.DisposeAsync();
    }

    [Test, Interleaved]
    public async Task A_report_that_throws_harms_nobody_else()
    {
        var background = new Background((name, failure) =>
        {
            Report(name, failure);
            throw new InvalidOperationException("The log is full.");
        });

        background.Start("first", () => throw new IOException());
        background.Start("second", () => throw new IOException());
        await background.DisposeAsync();

        _reports.Select(report => report.Name).ShouldBe(
            ["first", "second"], ignoreOrder: true, "Both failed, and both must be reported, even though the report itself throws.");
    }

    [Test, Interleaved]
    public async Task Disposal_waits_for_everything_that_was_started()
    {
        var background = new Background(Report);
        var watch = Stopwatch.StartNew();
        background.Start("one second", () => Task.Delay(OneSecond));
        background.Start("three seconds", () => Task.Delay(3 * OneSecond));

        await background.DisposeAsync();
        var first = watch.Elapsed;
        await background.DisposeAsync();

        first.ShouldBe(3 * OneSecond, "Work of 1 s and of 3 s runs concurrently: everything is over at 3 s, and not before.");
        watch.Elapsed.ShouldBe(first, "The second disposal has nothing left to wait for.");
    }

    [Test, Interleaved]
    public async Task Two_that_dispose_at_once_both_wait()
    {
        var background = new Background(Report);
        var watch = Stopwatch.StartNew();
        background.Start("three seconds", () => Task.Delay(3 * OneSecond));

        var ends = await Task.WhenAll(DisposeAsync(), DisposeAsync());

        ends.ShouldBe([3 * OneSecond, 3 * OneSecond], "When a disposal ends, no work may still be running. That holds for the second disposal too.");

        async Task<TimeSpan> DisposeAsync()
        {
            await background.DisposeAsync();
            return watch.Elapsed;
        }
    }

    [Test, Interleaved]
    public async Task Beside_a_disposal_work_is_awaited_or_refused()
    {
        var sent = 0;
        var background = new Background(Report);

        var started = Task.Run(() => TryStart(background, SendAsync));
        await background.DisposeAsync();
        var sentInTime = Volatile.Read(ref sent);

        sentInTime.ShouldBe(
            await started ? 1 : 0,
            "Start came beside DisposeAsync. If it is accepted, the disposal waits for it; else it throws ObjectDisposedException and the work never runs.");

        async Task SendAsync()
        {
            await Task.Delay(OneSecond);
            Interlocked.Increment(ref sent);
        }
    }

    private static bool TryStart(Background background, Func<Task> work)
    {
        try
        {
            background.Start("newsletter", work);
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private void Report(string name, Exception failure) => _reports.Enqueue((name, failure));
}
