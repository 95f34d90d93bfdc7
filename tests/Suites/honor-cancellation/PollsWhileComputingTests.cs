using Interleaving.NUnit;
using static ConcurrencyKatas.HonorCancellation.Suite.Sample;

namespace ConcurrencyKatas.HonorCancellation.Suite;

[TestFixture]
public sealed class PollsWhileComputingTests
{
    private const string Criterion = "polls-while-computing";

    [Test, Interleaved, Category(Criterion)]
    public async Task A_long_page_is_left_at_the_next_row()
    {
        var scored = 0;
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(2.5));

        var outcome = await Outcome.OfAsync(
            new ScriptedDatabase([[.. Enumerable.Range(1, 25)]]), ScoreAsComputing, caller.Token);

        Claim.That(outcome.At == 2.7, Wording.Computing);
        Claim.That(scored == 9, Wording.Computing);

        long ScoreAsComputing(int row)
        {
            Interlocked.Increment(ref scored);
            Thread.Sleep(TimeSpan.FromSeconds(0.3));
            return row;
        }
    }

    /// <summary>The page comes to its end in spite of the request, and none of its rows is scored any more.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_page_that_arrives_after_the_request_is_not_scored([Values(1, 4)] int second)
    {
        var scored = 0;
        var database = new ScriptedDatabase(Pages) { ReadingTime = TimeSpan.FromSeconds(3), IsDeaf = true };
        using var caller = new CancellationTokenSource(TimeSpan.FromSeconds(second));

        await Outcome.OfAsync(database, row => Interlocked.Increment(ref scored), caller.Token);

        Claim.That(scored == (second < 3 ? 0 : Pages[0].Length), Wording.LatePage);
    }
}
