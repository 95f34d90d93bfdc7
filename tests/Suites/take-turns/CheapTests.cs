using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns.Suite;

[TestFixture]
public sealed class CheapTests
{
    private const string Criterion = "cheap";

    /// <summary>The turns that whoever likes may take beside one for each 50 ms: at the beginning, and at the end.</summary>
    private const int Ends = 2;

    /// <summary>Asked once, in the plainest schedule: that somebody gives way in some schedules only is what gives-way is about.</summary>
    [Test, Interleaved(Schedules = 1), Category(Criterion)]
    public void Who_never_gives_way_shows_nothing() => Guide.GivesWayAtAll();

    /// <summary>The numbers of the course: 100 times 10 ms are exactly a second.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_hundred_vouchers_of_10_ms_take_a_second() => CostsLittle([.. Enumerable.Repeat(10, 100)]);

    [Test, Interleaved, Category(Criterion)]
    public void Vouchers_of_one_length_cost_few_turns([Values(1, 4, 30, 50)] int milliseconds)
    {
        var count = (200 / milliseconds) + Inputs.Draw().Next(20, 30);
        CostsLittle([.. Enumerable.Repeat(milliseconds, count)]);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Vouchers_of_drawn_lengths_cost_few_turns([Values(8, 20, 50)] int longest)
    {
        var draw = Inputs.Draw();
        CostsLittle([.. Enumerable.Range(0, 50).Select(_ => draw.Next(longest / 4, longest + 1))]);
    }

    /// <summary>Vouchers that take no time: nobody has to give way for them.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Vouchers_that_take_no_time_cost_no_turn() =>
        CostsLittle([.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(20, 10), .. Enumerable.Repeat(0, 30)]);

    /// <summary>
    /// Somebody else computes at each turn. What counts is how many stretches the own computing is divided into; too many of them without anybody
    /// else are the other tests' affair.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public void The_time_of_others_is_not_counted([Values(50, 80)] int others)
    {
        var milliseconds = Inputs.Draw().Next(5, 16);
        Window.Run(async _ =>
        {
            int[] lengths = [.. Enumerable.Repeat(milliseconds, 30)];
            var alone = await StretchesAloneAsync(lengths);
            var guide = new Guide(lengths);
            var over = false;
            var other = ComputeInBetweenAsync();

            await guide.ComeAsync();
            over = true;
            await other;

            Claim.That(guide.Stretches <= Math.Max(alone, (guide.Computing / 50) + 1), Wording.OthersCounted);

            async Task ComputeInBetweenAsync()
            {
                while (!over)
                {
                    await Task.Yield();
                    Thread.Sleep(others);
                }
            }
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_on_one_loop_take_as_long_as_both_compute()
    {
        var draw = Inputs.Draw();
        int one = draw.Next(5, 16), two = draw.Next(5, 16);
        Window.Run(async _ =>
        {
            int[] ones = [.. Enumerable.Repeat(one, 20)], twos = [.. Enumerable.Repeat(two, 25)];
            int firstAlone = await StretchesAloneAsync(ones), secondAlone = await StretchesAloneAsync(twos);
            Guide first = new(ones), second = new(twos);
            var watch = Stopwatch.StartNew();

            await Task.WhenAll(first.ComeAsync(), second.ComeAsync());

            Claim.That(watch.Elapsed <= TimeSpan.FromMilliseconds(first.Computing + second.Computing), Wording.Pauses);
            foreach (var (guide, alone) in ((Guide, int)[])[(first, firstAlone), (second, secondAlone)])
                Claim.That(guide.Stretches <= Math.Max(alone, (guide.Computing / 50) + 1), Wording.OthersCounted);
        });
    }

    private static async Task<int> StretchesAloneAsync(int[] milliseconds)
    {
        var guide = new Guide(milliseconds);
        await guide.ComeAsync();
        return guide.Stretches;
    }

    private static void CostsLittle(int[] milliseconds) => Window.Run(async window =>
    {
        var guide = new Guide(milliseconds);
        var watch = Stopwatch.StartNew();

        await guide.ComeAsync();

        var computing = TimeSpan.FromMilliseconds(guide.Computing);
        Claim.That(watch.Elapsed <= computing, Wording.Pauses);
        Claim.That(watch.Elapsed == computing, Wording.TooFast);
        Claim.That(window.Posted <= (guide.Computing / 50) + Ends, Wording.TooOften);
    });
}
