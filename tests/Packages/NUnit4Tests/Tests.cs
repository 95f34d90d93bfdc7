using Interleaving;
using Interleaving.NUnit;
using NUnit.Framework;

/// <summary>Each test's name begins with what must become of it.</summary>
public sealed class Tests
{
    private static readonly List<object[]> Static = [[1], [2]];

    [Test, Interleaved]
    public async Task Fails_on_a_lost_update() => Assert.That(await Counted(locked: false), Is.EqualTo(2));

    [Interleaved]
    public async Task Passes_with_a_lock() => Assert.That(await Counted(locked: true), Is.EqualTo(2));

    [TestCase(1), TestCase(2), Interleaved]
    public void Passes_cases(int number) => Assert.That(number, Is.InRange(1, 2));

    [TestCaseSource(nameof(Static)), Interleaved]
    public void Passes_a_static_source(int number) => Assert.That(number, Is.Positive);

    [Interleaved]
    public async Task Passes_an_async_assertion()
    {
        await Task.Yield();
        Assert.That(async () => { await Task.Delay(10); throw new IOException(); }, Throws.TypeOf<IOException>());
        Assert.That(async () => { await Task.Delay(10); return 7; }, Is.EqualTo(7));
    }

    [Interleaved]
    public async Task Fails_by_an_assertion_that_nobody_hears()
    {
        _ = Task.Run(() => Assert.That(1, Is.EqualTo(2)));
        await Task.Delay(100);
    }

    [Interleaved, CancelAfter(1_000)]
    public async Task Fails_after_a_second_of_virtual_time(CancellationToken token) => await Task.Delay(3_600_000, token);

    [Interleaved]
    public void Skips() => Assert.Ignore("not today");

    [Interleaved]
    public async Task Fails_in_the_schedule_that_does_not_skip()
    {
        if (await First() == 0)
            Assert.Ignore("not today");
        Assert.Fail("The other came first.");
    }

    // A random walk does not know when it has seen everything: all 200 schedules are run.
    [Interleaved(Strategy = Strategy.RandomWalk)]
    public async Task Passes_and_covers_a_line_that_is_seldom_reached()
    {
        if (await First() == 1)
            await Task.Delay(1); // In few schedules
    }

    [Test]
    public void Passes_an_exploration_by_hand()
    {
        var exploration = Explorer.Explore(() => Assert.That(1, Is.EqualTo(2)));
        Assert.That(() => exploration.ThrowIfFailed(), Throws.TypeOf<ExplorationFailedException>());
    }

    private static async Task<int> First()
    {
        var first = -1;
        await Task.WhenAll(
            Task.Run(() => Interlocked.CompareExchange(ref first, 0, -1)),
            Task.Run(() => Interlocked.CompareExchange(ref first, 1, -1)));
        return first;
    }

    private static async Task<int> Counted(bool locked)
    {
        var gate = new Lock();
        var count = 0;
        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        return count;

        void Add()
        {
            if (!locked)
            {
                count++;
                return;
            }

            lock (gate)
                count++;
        }
    }
}
