using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ParallelSum;

[TestFixture]
public sealed class ParallelSumTests
{
    [Test, Interleaved(Schedules = 1)]
    public void Small_sums_are_right()
    {
        Summation.Sum(0, Square).ShouldBe(0, "No terms, no sum.");
        Summation.Sum(1, Square).ShouldBe(0, "The only term is 0² = 0.");
        Summation.Sum(10, Square).ShouldBe(285, "0 + 1 + 4 + … + 81 = 285: each index below 10 counts exactly once.");
    }

    [Test, Interleaved]
    public void Every_interleaving_gives_the_same_sum() =>
        Summation.Sum(5, Square).ShouldBe(30,
            "In this interleaving a term was lost or counted twice. Who else writes to the variable that you add to?");

    [Test, Interleaved(Schedules = 1)]
    public void The_squares_below_a_million_add_up()
    {
        long sum = 0;
        Cores.Run(2, () => sum = Summation.Sum(1_000_000, Square));
        sum.ShouldBe(333332833333500000, "Are the bounds of each core's part right, the last part's too?");
    }

    [Test, Interleaved(Schedules = 1)]
    public void Four_cores_share_one_sum()
    {
        var profile = Cores.Run(4, () => Summation.Sum(20_000, Square));
        profile.Parallelism.ShouldBeGreaterThan(0.87 * 4,
            "Of four cores, less than 3.5 were at work on average. Divide the indices into equal parts, one for each core "
            + "(Environment.ProcessorCount), and start all of them before you wait for one.");
    }

    [Test, Interleaved(Schedules = 1)]
    public void Five_sums_on_two_cores_take_three_turns()
    {
        var one = Cores.Run(1, () => Summation.SumAll([4_000], Square));
        var five = Cores.Run(2, () => Summation.SumAll([4_000, 4_000, 4_000, 4_000, 4_000], Square));

        var turns = Math.Ceiling(((double)five.Makespan / one.Makespan) - 0.15);
        turns.ShouldBe(3, "Five equal sums on two cores: two, two more, and the last one. More turns means that a core was idle.");
    }

    private static long Square(int i) => (long)i * i;
}
