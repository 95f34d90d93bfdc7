using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ParallelSum.Suite;

[TestFixture]
public sealed class ParallelSumSuite
{
    private const int Sample = 1_000;

    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void The_squares_below_a_million_add_up()
    {
        var n = Million();
        long sum = 0;
        Cores.Run(3, () => sum = Summation.Sum(n, Terms.Square));
        Claim.That(sum == (n == Sample ? 332833500 : 333332833333500000), Wording.Sum);
    }

    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void Every_index_counts_once_for_every_size()
    {
        var salt = Inputs.Draw().Next(1, 1000);
        int[] sizes = [.. Enumerable.Range(0, 40), 97, 1000];
        foreach (var size in sizes)
        {
            long sum = 0;
            Cores.Run(4, () => sum = Summation.Sum(size, Term));
            Claim.That(sum == Terms.Sequential(size, Term), size < 4 ? Wording.SmallSum : Wording.Sum);
        }

        long Term(int i) => ((long)i * salt) + 1;
    }

    [Test, Interleaved(Schedules = 1), Category("correct")]
    public void Sums_stand_where_their_sizes_stand()
    {
        int[] sizes = [900, 5, 0, 700, 1, 60];
        long[] sums = [];
        Cores.Run(4, () => sums = Summation.SumAll(sizes, Terms.Square));
        Claim.That(sums.SequenceEqual(sizes.Select(size => Terms.Sequential(size, Terms.Square))), Wording.Order);
    }

    [Test, Interleaved(Cores = 3), Category("every-schedule")]
    public void One_sum_is_the_same_on_every_schedule() =>
        Claim.That(Summation.Sum(7, Terms.Square) == 91, Wording.Schedule);

    [Test, Interleaved(Cores = 2), Category("every-schedule")]
    public void Several_sums_are_the_same_on_every_schedule() =>
        Claim.That(Summation.SumAll([4, 0, 2], Terms.Square) is [14, 0, 1], Wording.Schedule);

    [Test, Interleaved(Schedules = 1), Category("parallel"), Property("verdict", "NotParallel")]
    public void One_sum_keeps_all_cores_busy([Values(2, 4, 8)] int cores)
    {
        var n = IsCostly() ? 8_000 : 400_000;
        var profile = Cores.Run(cores, () => Summation.Sum(n, Terms.Square));
        Claim.That(profile.Work >= n, Wording.NoWork);
        Claim.That(profile.Parallelism >= 0.87 * cores, Wording.Idle(cores, profile.Parallelism));
    }

    [Test, Interleaved(Schedules = 1), Category("parallel"), Property("verdict", "NotParallel")]
    public void Five_sums_take_as_many_turns_as_the_cores_need([Range(1, 5)] int cores)
    {
        var n = IsCostly() ? 2_000 : 100_000;
        var one = Cores.Run(1, () => Summation.SumAll([n], Terms.Square));
        var five = Cores.Run(cores, () => Summation.SumAll([n, n, n, n, n], Terms.Square));

        Claim.That(Math.Round((double)five.Work / one.Work) == 5, Wording.ExtraWork);
        Claim.That(TurnsOf(five, one) == (5 + cores - 1) / cores, Wording.Turns(cores));
    }

    /// <summary>The figures of the course: five sums of a million squares are five units of work, and take ⌈5 / 2⌉ on two cores.</summary>
    [Test, Interleaved(Schedules = 1), Category("parallel"), Property("verdict", "NotParallel")]
    public void Five_sums_of_a_million_squares_are_five_units_of_work_and_take_three()
    {
        var n = Million();
        var one = Cores.Run(1, () => Summation.SumAll([n], Terms.Square));
        var five = Cores.Run(2, () => Summation.SumAll([n, n, n, n, n], Terms.Square));

        Claim.That(Math.Round((double)five.Work / one.Work) == 5, Wording.ExtraWork);
        Claim.That(TurnsOf(five, one) == 3, Wording.Turns(2));
    }

    [Test, Interleaved(Schedules = 1), Category("cheap"), Property("verdict", "TooSlow")]
    public void What_the_cores_share_is_touched_once_a_part_and_not_once_an_item()
    {
        var n = IsCostly() ? Sample : 100_000;
        var profile = Cores.Run(4, () => Summation.Sum(n, Terms.Square));
        Claim.That(profile.Spawned > 0, Wording.Alone);
        Claim.That(profile.Spawned < n / 10, Wording.Spawned);
        Claim.That(profile.Transfers < n / 10, Wording.Transfers);
    }

    private static int Million() => IsCostly() ? Sample : 1_000_000;

    /// <summary>
    /// A costly answer is a costly simulation, so it is asked for a thousand terms. The others are asked for as many as a sum should
    /// have that is worth dividing: chunks of a fixed size must not leave a core without one.
    /// </summary>
    private static bool IsCostly()
    {
        var sample = Cores.Run(2, () => Summation.Sum(Sample, Terms.Square));
        return sample.Spawned >= Sample / 10 || sample.Transfers >= Sample / 10;
    }

    /// <summary>
    /// How many turns of one sum five sums took: whole turns, since an answer may divide the list of sums or each sum. What an
    /// answer spends around its loops (up to 0.15 of a turn) does not start a new one.
    /// </summary>
    private static int TurnsOf(ParallelProfile five, ParallelProfile one) =>
        (int)Math.Ceiling(((double)five.Makespan / one.Makespan) - 0.15);
}
