using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns.Suite;

[TestFixture]
public sealed class StopsTests
{
    private const string Criterion = "stops";

    [Test, Interleaved, Category(Criterion)]
    public void A_token_that_is_cancelled_already_lets_no_voucher_begin()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Window.Run(async _ =>
        {
            await EndsAsync(new(50, 10, 50) { Token = cancellation.Token });
        });
    }

    /// <summary>Cancelled on the loop itself, in the middle of a voucher; long before a turn is due, and when one is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Cancelled_during_a_voucher_it_begins_no_other([Values(5, 24, 50)] int milliseconds, [Values(0, 2, 6)] int at)
    {
        Window.Run(async _ =>
        {
            using var cancellation = new CancellationTokenSource();
            await EndsAsync(new([.. Enumerable.Repeat(milliseconds, 8)])
            {
                Token = cancellation.Token,
                Before = index =>
                {
                    if (index == at)
                        cancellation.Cancel();
                },
            });
        });
    }

    /// <summary>Cancelled by the clock, from another thread.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Cancelled_from_another_thread_it_begins_no_other()
    {
        var draw = Inputs.Draw();
        int milliseconds = draw.Next(6, 50), complete = draw.Next(0, 7);
        Window.Run(async _ =>
        {
            using var cancellation = new CancellationTokenSource((complete * milliseconds) + (milliseconds / 2));
            await EndsAsync(new([.. Enumerable.Repeat(milliseconds, 9)]) { Token = cancellation.Token });
        });
    }

    /// <summary>Cancelled by others while it is their turn.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Cancelled_while_others_have_their_turn_it_begins_no_other([Values(50, 25, 10)] int milliseconds)
    {
        Window.Run(async window =>
        {
            using var cancellation = new CancellationTokenSource();
            await EndsAsync(new([.. Enumerable.Repeat(milliseconds, 20)])
            {
                Token = cancellation.Token,
                Before = index =>
                {
                    if (index == 0)
                        window.Post(_ => cancellation.Cancel(), null);
                },
            });
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Cancelled_during_the_last_voucher_it_may_end_either_way()
    {
        Window.Run(async _ =>
        {
            using var cancellation = new CancellationTokenSource(115);
            await EndsAsync(new(50, 50, 50) { Token = cancellation.Token });
        });
    }

    /// <summary>One of two calls is cancelled; the other goes on.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Cancelling_one_call_does_not_end_another()
    {
        Window.Run(async _ =>
        {
            using var cancellation = new CancellationTokenSource(75);
            Guide given = new(50, 50, 50, 50) { Token = cancellation.Token }, kept = new(30, 30, 30, 30);
            var cancelled = EndsAsync(given);
            Claim.That(await kept.ComeAsync() == kept.Vouchers.Sum(kept.Worth), Wording.Sum);
            await cancelled;
        });
    }

    /// <summary>The failure of the first voucher, of one in the middle, after a turn, and of the last.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_failure_comes_out_as_it_was_thrown([Values(0, 1, 4, 7)] int at, [Values(20, 50)] int milliseconds) =>
        Fails(at, milliseconds, new InvalidOperationException("not valid here"));

    /// <summary>A failure that calls itself a cancellation, and that no token of the caller's caused.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_time_out_of_a_voucher_is_a_failure_like_any_other([Values(0, 3)] int at) =>
        Fails(at, 50, new OperationCanceledException("the voucher's own time is up"));

    [Test, Interleaved, Category(Criterion)]
    public void A_failure_of_one_call_does_not_end_another()
    {
        Window.Run(async _ =>
        {
            Guide bad = new(50, 50, 50) { Worth = _ => throw new InvalidOperationException("not valid here") }, good = new(30, 30, 30, 30);
            var failed = Caught.ByAsync(bad.ComeAsync);
            Claim.That(await good.ComeAsync() == good.Vouchers.Sum(good.Worth), Wording.Sum);
            Claim.That(await failed is InvalidOperationException, Wording.FailureHidden);
        });
    }

    private static void Fails(int at, int milliseconds, Exception failure)
    {
        var escaped = false;
        try
        {
            Window.Run(async _ =>
            {
                var guide = new Guide([.. Enumerable.Repeat(milliseconds, 8)]) { Worth = voucher => voucher == at ? throw failure : voucher };
                Task? call = null;
                var outcome = await Caught.ByAsync(() => call = guide.ComeAsync());
                Claim.That(ReferenceEquals(outcome, failure), Wording.FailureHidden);
                Claim.That(call is not null, Wording.NoTask);
                await Task.Delay(TimeSpan.FromMinutes(1));
                Claim.That(guide.Begun[^1] == at, Wording.HandledAfterwards);
            });
        }
        catch (Exception exception) when (ReferenceEquals(exception, failure))
        {
            escaped = true;
        }

        Claim.That(!escaped, Wording.IntoTheLoop);
    }

    private static async Task EndsAsync(Guide guide)
    {
        var outcome = await Caught.ByAsync(guide.ComeAsync);
        await Task.Delay(TimeSpan.FromMinutes(1));
        Claim.That(!guide.BegunTooLate, Wording.BegunAfterwards);
        Claim.That(outcome is OperationCanceledException || guide.Begun.Count == guide.Vouchers.Length, Wording.NotCancelled);
        Claim.That(outcome is null || (outcome as OperationCanceledException)?.CancellationToken == guide.Token, Wording.OtherToken);
    }
}
