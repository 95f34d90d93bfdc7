using System.Diagnostics;
using System.Runtime.CompilerServices;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Pipeline;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class PipelineTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Boxes_are_filled_in_the_order_of_the_source()
    {
        var boxed = new List<int>();
        var watch = Stopwatch.StartNew();

        await Conveyor.RunAsync(BottlesAsync(4), SlowFirstAsync, (bottle, _) => Box(boxed, bottle), inFlight: 2);

        boxed.ShouldBe([1, 2, 3, 4], "A bottle that overtakes another in the stage must wait for its turn at the sink.");
        watch.Elapsed.ShouldBe(
            4 * OneSecond,
            "Bottle 2 waits for bottle 1, which takes 3 s; then 3 and 4 are corked side by side. With two in flight that is 4 s.");

        static async Task<int> SlowFirstAsync(int bottle, CancellationToken token)
        {
            await Task.Delay(bottle == 1 ? 3 * OneSecond : OneSecond, token);
            return bottle;
        }
    }

    [Test, Interleaved]
    public async Task The_source_is_asked_only_when_there_is_room()
    {
        int filled = 0, boxed = 0, most = 0;

        await Conveyor.RunAsync(CountedAsync(), (bottle, _) => Task.FromResult(bottle), BoxSlowlyAsync, inFlight: 2);

        most.ShouldBe(2, "Two may be in flight: they have left the source and have not passed the sink, wherever they are in between.");

        async IAsyncEnumerable<int> CountedAsync()
        {
            for (var bottle = 1; bottle <= 6; bottle++)
            {
                Interlocked.Increment(ref filled);
                most = Math.Max(most, filled - Volatile.Read(ref boxed));
                yield return bottle;
                await Task.Yield();
            }
        }

        async Task BoxSlowlyAsync(int bottle, CancellationToken token)
        {
            await Task.Delay(OneSecond, token);
            Interlocked.Increment(ref boxed);
        }
    }

    [TestCase(6, 2, 0, 3, 4)]
    [TestCase(5, 1, 1, 1, 10)]
    [TestCase(5, 1, 1, 2, 6)]
    [TestCase(5, 1, 1, 3, 6)]
    [Interleaved]
    public async Task It_takes_exactly_as_long_as_the_room_demands(int bottles, int corking, int boxing, int inFlight, int seconds)
    {
        var watch = Stopwatch.StartNew();

        await Conveyor.RunAsync(
            BottlesAsync(bottles),
            async (bottle, token) =>
            {
                await Task.Delay(corking * OneSecond, token);
                return bottle;
            },
            (_, token) => Task.Delay(boxing * OneSecond, token),
            inFlight);

        watch.Elapsed.ShouldBe(
            seconds * OneSecond,
            "If longer, there was room and no new item was taken in, or the sink was idle beside a finished one. If shorter, too many were in flight.");
    }

    [Test, Interleaved]
    public async Task A_failed_stage_lets_what_came_before_reach_the_sink()
    {
        var broken = new IOException("Bottle 3 is broken.");
        var boxed = new List<int>();

        var run = Conveyor.RunAsync(
            BottlesAsync(5),
            async (bottle, token) =>
            {
                await Task.Delay(OneSecond / bottle, token);
                return bottle == 3 ? throw broken : bottle;
            },
            (bottle, _) => Box(boxed, bottle),
            inFlight: 3);

        (await Should.ThrowAsync<IOException>(run, "The caller must hear of the failure.")).ShouldBeSameAs(
            broken, "The caller should get the exception that the stage threw.");
        boxed.ShouldBe([1, 2], "Bottle 3 broke first, while 1 and 2 were still being corked: these are fine, and belong in the box.");
    }

    [Test, Interleaved]
    public async Task A_failed_sink_stops_the_whole_hall()
    {
        int corking = 0, closed = 0;
        var full = new IOException("The box is full.");
        var watch = Stopwatch.StartNew();

        var run = Conveyor.RunAsync(
            BottlesAsync(9, () => closed++), CorkAsync, (_, _) => throw full, inFlight: 3);

        (await Should.ThrowAsync<IOException>(run, "The caller must hear of the failure.")).ShouldBeSameAs(
            full, "The caller should get the exception that the sink threw.");
        corking.ShouldBe(0, "The call was over, and bottles were still being corked: cancel the stages and await their end.");
        closed.ShouldBe(1, "The source must be disposed once, however the call ends: that is where it shuts its valve.");
        watch.Elapsed.ShouldBe(OneSecond, "Nobody needs the other bottles any more: cancel their stages, do not wait for them.");

        async Task<int> CorkAsync(int bottle, CancellationToken token)
        {
            Interlocked.Increment(ref corking);
            try
            {
                await Task.Delay(bottle * OneSecond, token);
                return bottle;
            }
            finally
            {
                Interlocked.Decrement(ref corking);
            }
        }
    }

    [Test, Interleaved]
    public async Task The_caller_can_stop_it()
    {
        var watch = Stopwatch.StartNew();
        using var caller = new CancellationTokenSource(1.5 * OneSecond);

        var run = Conveyor.RunAsync(
            BottlesAsync(9),
            async (bottle, token) =>
            {
                await Task.Delay(OneSecond, token);
                return bottle;
            },
            (_, _) => Task.CompletedTask,
            inFlight: 2,
            caller.Token);

        var seen = await Should.ThrowAsync<OperationCanceledException>(run, "Cancelled is not done: the caller must see it.");
        seen.CancellationToken.ShouldBe(caller.Token, "The caller's own token tells the caller that it was their own cancellation.");
        watch.Elapsed.ShouldBe(1.5 * OneSecond, "Everything that works or waits must be cancelled at once.");
    }

    private static async IAsyncEnumerable<int> BottlesAsync(
        int count, Action? close = null, [EnumeratorCancellation] CancellationToken token = default)
    {
        try
        {
            for (var bottle = 1; bottle <= count; bottle++)
            {
                yield return bottle;
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            close?.Invoke();
        }
    }

    private static Task Box(List<int> boxed, int bottle)
    {
        boxed.Add(bottle);
        return Task.CompletedTask;
    }
}
