using Interleaving;
using Interleaving.NUnit;
using NUnit.Framework.Internal;

namespace ConcurrencyKatas.ParallelSum.Suite;

[TestFixture]
public sealed class ParallelSumSuite
{
    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void The_squares_below_a_million_add_up()
    {
        long sum = 0;
        Cores.Run(3, () => sum = Summation.Sum(1_000_000, Terms.Square));
        sum.ShouldBe(333332833333500000, Wording.Sum);
    }

    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void Every_index_counts_once_for_every_size()
    {
        var salt = new Random(Randomizer.InitialSeed).Next(1, 1000);
        int[] sizes = [.. Enumerable.Range(0, 40), 97, 1000];
        foreach (var size in sizes)
        {
            long sum = 0;
            Cores.Run(4, () => sum = Summation.Sum(size, Term));
            sum.ShouldBe(Terms.Sequential(size, Term), size < 4 ? Wording.SmallSum : Wording.Sum);
        }

        long Term(int i) => ((long)i * salt) + 1;
    }

    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void Sums_stand_where_their_sizes_stand()
    {
        long[] sums = [];
        Cores.Run(4, () => sums = Summation.SumAll([900, 5, 0, 700, 1, 60], Terms.Square));
        sums.ShouldBe([.. new[] { 900, 5, 0, 700, 1, 60 }.Select(size => Terms.Sequential(size, Terms.Square))], Wording.Order);
    }

    [Test, Interleaved(Cores = 3), Category("every-schedule")]
    public void One_sum_is_the_same_on_every_schedule() =>
        Summation.Sum(7, Terms.Square).ShouldBe(91, Wording.Schedule);

    [Test, Interleaved(Cores = 2), Category("every-schedule")]
    public void Several_sums_are_the_same_on_every_schedule() =>
        Summation.SumAll([4, 0, 2], Terms.Square).ShouldBe([14, 0, 1], Wording.Schedule);

    [Test, Interleaved(Schedules = 1), Category("parallel"), Property("verdict", "NotParallel")]
    public void One_sum_keeps_all_cores_busy([Values(2, 4, 8)] int cores)
    {
        const int n = 20_000;
        var profile = Cores.Run(cores, () => Summation.Sum(n, Terms.Square));
        profile.Work.ShouldBeGreaterThanOrEqualTo(n, Wording.NoWork);
        profile.Parallelism.ShouldBeGreaterThanOrEqualTo(0.87 * cores, Wording.Idle(cores, profile.Parallelism));
    }

    [Test, Interleaved(Schedules = 1), Category("parallel"), Property("verdict", "NotParallel")]
    public void Five_sums_take_as_many_turns_as_the_cores_need([Range(1, 5)] int cores)
    {
        const int n = 6_000;
        var one = Cores.Run(1, () => Summation.SumAll([n], Terms.Square));
        var five = Cores.Run(cores, () => Summation.SumAll([n, n, n, n, n], Terms.Square));

        Math.Round((double)five.Work / one.Work).ShouldBe(5, Wording.ExtraWork);
        Wording.TurnsOf(five, one).ShouldBe((5 + cores - 1) / cores, Wording.Turns(cores));
    }

    [Test, Interleaved(Schedules = 1), Category("cheap"), Property("verdict", "TooSlow")]
    public void What_the_cores_share_is_touched_once_a_part_and_not_once_an_item()
    {
        const int n = 5_000;
        var profile = Cores.Run(4, () => Summation.Sum(n, Terms.Square));
        profile.Spawned.ShouldBeLessThan(n / 10, Wording.Spawned);
        profile.Transfers.ShouldBeLessThan(n / 10, Wording.Transfers);
    }
}
