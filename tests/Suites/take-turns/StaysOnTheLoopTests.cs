using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns.Suite;

[TestFixture]
public sealed class StaysOnTheLoopTests
{
    private const string Criterion = "stays-on-the-loop";

    /// <summary>Whoever never gives way stays where they are; that alone shows nothing.</summary>
    [Test, Interleaved(Schedules = 1), Category(Criterion)]
    public void Who_never_gives_way_shows_nothing() => Guide.GivesWayAtAll();

    [Test, Interleaved, Category(Criterion)]
    public void Every_voucher_is_handled_on_the_loop([Values(50, 20, 4)] int milliseconds)
    {
        Window.Run(_ => StaysAsync(milliseconds, Math.Max(21, 400 / milliseconds)));
    }

    [Test, Interleaved, Category(Criterion)]
    public void Also_while_others_use_the_loop()
    {
        var milliseconds = Inputs.Draw().Next(20, 51);
        Window.Run(async _ =>
        {
            var ticking = new Ticker().RunAsync(3);
            await StaysAsync(milliseconds, 21);
            await ticking;
        });
    }

    /// <summary>Two threads, each with a loop of its own.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Two_loops_at_once_keep_each_to_themselves()
    {
        var draw = Inputs.Draw();
        int here = draw.Next(30, 51), there = draw.Next(30, 51);
        Exception? failure = null;
        var other = new Thread(() =>
        {
            try
            {
                Window.Run(_ => StaysAsync(there, 21));
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        });

        other.Start();
        Window.Run(_ => StaysAsync(here, 21));
        other.Join();

        Claim.That(failure is null, failure?.Message ?? "");
    }

    /// <summary>Two threads, each with a loop of its own: while one call has a turn behind it, the other is about to need one.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Two_loops_at_once_are_held_no_longer_than_each_by_itself()
    {
        var count = Inputs.Draw().Next(8, 14);
        TimeSpan hereAlone = LongestOf(40, count), thereAlone = LongestOf(30, count), there = default;
        var other = new Thread(() => there = LongestOf(30, count));

        other.Start();
        var here = LongestOf(40, count);
        other.Join();

        Claim.That(here <= hereAlone && there <= thereAlone, Wording.HeldBesideAnother);
    }

    private static TimeSpan LongestOf(int milliseconds, int count)
    {
        var longest = TimeSpan.Zero;
        Window.Run(async window =>
        {
            await new Guide([.. Enumerable.Repeat(milliseconds, count)]).ComeAsync();
            longest = window.LongestTurn;
        });
        return longest;
    }

    private static async Task StaysAsync(int milliseconds, int count)
    {
        var guide = new Guide([.. Enumerable.Repeat(milliseconds, count)]);
        await guide.ComeAsync();
        Claim.That(!guide.Strayed, Wording.Strayed);
    }
}
