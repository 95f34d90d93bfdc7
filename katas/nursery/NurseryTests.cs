using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Nursery;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 2.5 s means exactly 2.5 s.
[TestFixture]
public sealed class NurseryTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task It_waits_for_all_children()
    {
        var watch = Stopwatch.StartNew();

        await Nursery.RunAsync(async nursery =>
        {
            nursery.Start(token => Task.Delay(3 * OneSecond, token));
            nursery.Start(token => Task.Delay(OneSecond, token));
            await Task.Yield();
        });

        watch.Elapsed.ShouldBe(3 * OneSecond, "The body ended at once, and the last child after 3 s: the nursery must wait for the last one.");
    }

    [Test, Interleaved]
    public async Task The_first_failure_calls_the_others_home()
    {
        var watch = Stopwatch.StartNew();
        var brokenLeg = new IOException("a broken leg");

        var trip = Nursery.RunAsync(async nursery =>
        {
            nursery.Start(token => Task.Delay(OneSecond, token));
            nursery.Start(async _ =>
            {
                await Task.Delay(2 * OneSecond);
                throw brokenLeg;
            });
            nursery.Start(WalkAndPackUpAsync);
            await Task.Yield();
        });

        var seen = await Should.ThrowAsync<Exception>(trip, "A child failed, and the caller must see that failure.");
        seen.ShouldBeSameAs(brokenLeg, "The failure that came first must come out, not a sibling's cancellation.");
        watch.Elapsed.ShouldBe(
            2.5 * OneSecond,
            "The failure came at 2 s, and packing up took half a second. Later: nobody told the third. Sooner: nobody waited for it.");

        static async Task WalkAndPackUpAsync(CancellationToken token)
        {
            try
            {
                await Task.Delay(10 * OneSecond, token);
            }
            finally
            {
                await Task.Delay(OneSecond / 2, CancellationToken.None);
            }
        }
    }

    [Test, Interleaved]
    public async Task A_body_that_fails_calls_the_children_home()
    {
        var watch = Stopwatch.StartNew();
        var failure = new IOException("the bus has left");

        var trip = Nursery.RunAsync(async nursery =>
        {
            nursery.Start(token => Task.Delay(10 * OneSecond, token));
            await Task.Delay(OneSecond);
            throw failure;
        });

        (await Should.ThrowAsync<Exception>(trip)).ShouldBeSameAs(failure, "The body's failure was the first one.");
        watch.Elapsed.ShouldBe(OneSecond, "The body failed at 1 s, and the child was not cancelled at that instant.");
    }

    [Test, Interleaved]
    public async Task A_grandchild_is_waited_for_and_nobody_starts_after_the_end()
    {
        var watch = Stopwatch.StartNew();
        Nursery? kept = null;

        await Nursery.RunAsync(nursery =>
        {
            kept = nursery;
            nursery.Start(async token =>
            {
                await Task.Delay(OneSecond, token);
                nursery.Start(inner => Task.Delay(OneSecond, inner));
            });
            return Task.CompletedTask;
        });

        watch.Elapsed.ShouldBe(2 * OneSecond, "The grandchild was started at 1 s, long after the body had ended. It still belongs to the nursery.");
        Should.Throw<InvalidOperationException>(
            () => kept!.Start(_ => Task.CompletedTask), "The nursery has ended: nobody would wait for a child that is started now.");
    }

    [Test, Interleaved]
    public async Task The_caller_calls_everybody_home()
    {
        var watch = Stopwatch.StartNew();
        using var cancellation = new CancellationTokenSource(OneSecond);

        var trip = Nursery.RunAsync(
            nursery =>
            {
                nursery.Start(token => Task.Delay(10 * OneSecond, token));
                return Task.Delay(10 * OneSecond, nursery.Token);
            },
            cancellation.Token);

        var seen = await Should.ThrowAsync<OperationCanceledException>(trip, "The nursery was cancelled, and the caller must see that.");
        seen.CancellationToken.ShouldBe(cancellation.Token, "The caller recognizes its own cancellation by its own token.");
        watch.Elapsed.ShouldBe(OneSecond, "The caller cancelled at 1 s. The body and the child must be cancelled at once.");
    }

    [Test, Interleaved]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure()
    {
        var watch = Stopwatch.StartNew();
        var timeOut = new TaskCanceledException("The museum did not answer.");

        var trip = Nursery.RunAsync(nursery =>
        {
            nursery.Start(token => Task.Delay(10 * OneSecond, token));
            nursery.Start(async _ =>
            {
                await Task.Delay(OneSecond);
                throw timeOut;
            });
            return Task.CompletedTask;
        });

        (await SeenAsync(trip)).ShouldBeSameAs(timeOut, "Nobody had cancelled, so this timeout is a failure like any other.");
        watch.Elapsed.ShouldBe(OneSecond, "Like any other failure, it must cancel the siblings at once.");
    }

    private static async Task<Exception?> SeenAsync(Task trip)
    {
        try
        {
            await trip;
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
