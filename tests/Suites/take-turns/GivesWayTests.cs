using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns.Suite;

[TestFixture]
public sealed class GivesWayTests
{
    private const string Criterion = "gives-way";

    private static readonly TimeSpan Bearable = TimeSpan.FromMilliseconds(100);

    [Test, Interleaved, Category(Criterion)]
    public void Vouchers_of_one_length_never_hold_the_loop([Values(1, 3, 10, 25, 49, 50)] int milliseconds)
    {
        var count = (150 / milliseconds) + Inputs.Draw().Next(2, 9);
        HoldsNobodyUp([.. Enumerable.Repeat(milliseconds, count)]);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Vouchers_of_drawn_lengths_never_hold_the_loop([Values(1, 2, 3)] int shape)
    {
        var draw = Inputs.Draw();
        var longest = shape * 16;
        HoldsNobodyUp([.. Enumerable.Range(0, 500 / longest).Select(_ => draw.Next(0, longest + 3))]);
    }

    /// <summary>Short ones for a while, and then long ones: neither a number of vouchers nor the length of the first one tells when.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Lengths_that_change_never_hold_the_loop([Values] bool shortFirst)
    {
        var draw = Inputs.Draw();
        int[] few = [.. Enumerable.Repeat(draw.Next(1, 4), 30)], many = [.. Enumerable.Repeat(draw.Next(45, 51), 6)];
        HoldsNobodyUp(shortFirst ? [.. few, .. many] : [.. many, .. few, .. many]);
    }

    /// <summary>Exactly 50 ms in small pieces, and then the longest that there are: whoever waits for more than 50 reaches 100.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void After_exactly_50_ms_the_others_go_first([Values(1, 2, 5)] int pieces)
    {
        int[] once = [.. Enumerable.Repeat(50 / pieces, pieces), 50];
        HoldsNobodyUp([.. once, .. once]);
    }

    /// <summary>A clock on the loop: a tick that is due waits for the rest of one stretch, and no longer.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Clocks_on_the_loop_keep_time([Values(7, 10, 40, 50)] int milliseconds)
    {
        Window.Run(async _ =>
        {
            var guide = new Guide([.. Enumerable.Repeat(milliseconds, 600 / milliseconds)]);
            var ticker = new Ticker();
            var ticking = ticker.RunAsync(4);
            await guide.ComeAsync();
            await ticking;
            Claim.That(ticker.LongestGap < Ticker.Period + Bearable, Wording.Late);
        });
    }

    /// <summary>Somebody from another thread, at a drawn instant.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Who_comes_from_another_thread_is_served_in_time()
    {
        var draw = Inputs.Draw();
        int arrival = draw.Next(20, 220), milliseconds = draw.Next(5, 51);
        Window.Run(async window =>
        {
            var guide = new Guide([.. Enumerable.Repeat(milliseconds, 400 / milliseconds)]);
            var waited = Task.Run(async () =>
            {
                await Task.Delay(arrival);
                var watch = Stopwatch.StartNew();
                var served = new TaskCompletionSource<TimeSpan>();
                window.Post(_ => served.SetResult(watch.Elapsed), null);
                return await served.Task.ConfigureAwait(false);
            });
            await guide.ComeAsync();
            Claim.That(await waited < Bearable, Wording.Late);
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_on_one_loop_take_turns()
    {
        var draw = Inputs.Draw();
        int slow = draw.Next(26, 51), fast = draw.Next(1, 11);
        Window.Run(async window =>
        {
            var started = TimeSpan.MaxValue;
            var watch = Stopwatch.StartNew();
            Guide first = new([.. Enumerable.Repeat(slow, 8)]), second = new([.. Enumerable.Repeat(fast, 40)]) { Before = NoteStart };

            await Task.WhenAll(first.ComeAsync(), second.ComeAsync());

            Claim.That(started < Bearable, Wording.NotInTurn);
            Claim.That(window.LongestTurn < 2 * Bearable, Wording.Held);

            void NoteStart(int index) => started = index == 0 ? watch.Elapsed : started;
        });
    }

    private static void HoldsNobodyUp(int[] milliseconds) => Window.Run(async window =>
    {
        var guide = new Guide(milliseconds);
        await guide.ComeAsync();
        Claim.That(guide.Stretches > 0, Wording.Strayed);
        Claim.That(window.LongestTurn < Bearable, Wording.Held);
    });
}
