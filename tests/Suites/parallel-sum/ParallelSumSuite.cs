using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ParallelSum.Suite;

[TestFixture]
public sealed class ParallelSumSuite
{
    private const int Sample = 1_000;

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("correct")]
    public void The_squares_below_a_million_add_up()
    {
        var n = IsCostly() ? Sample : 1_000_000;
        long sum = 0;
        Cores.Run(3, () => sum = Summation.Sum(n, Terms.Square));
        Claim.That(sum == (n == Sample ? 332833500 : 333332833333500000), Wording.Sum);
    }

    /// <summary>Small sums come last: what goes wrong with large ones, too, is not told of the small ones.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("correct")]
    public void Every_index_is_asked_for_once_and_counts_once_for_every_size([Values(1, 4)] int cores)
    {
        var random = Inputs.Draw();
        int[] sizes = [random.Next(60, 600), Sample, Sample, random.Next(3_000, 5_000), .. Enumerable.Range(0, 40).Reverse()];
        foreach (var size in sizes)
        {
            var asked = new Tally(size);
            var terms = new Terms(random.Next(), asked);
            long sum = 0;
            Cores.Run(cores, () => sum = Summation.Sum(size, terms.Of));
            Claim.That(asked.Total <= size, Wording.AskedTwice);
            Claim.That(asked.IsOnceEach, size < 4 ? Wording.SmallSum : Wording.LeftOut);
            Claim.That(sum == Terms.Sequential(size, terms.Of), size < 4 ? Wording.SmallSum : Wording.Sum);
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("correct")]
    public void Sums_stand_where_their_sizes_stand()
    {
        var random = Inputs.Draw();
        int[] sizes = [random.Next(800, 950), 5, 0, random.Next(600, 750), 1, 60, 60];
        var asked = new Tally(sizes.Max());
        var terms = new Terms(random.Next(), asked);
        long[] sums = [];
        Cores.Run(4, () => sums = Summation.SumAll(sizes.Copy(), terms.Of));
        Claim.That(asked.Total <= sizes.Sum(), Wording.AskedTwice);
        Claim.That(Enumerable.Range(0, sizes.Max()).All(i => asked[i] == sizes.Count(size => size > i)), Wording.LeftOut);
        Claim.That(sums.SequenceEqual(sizes.Select(size => Terms.Sequential(size, terms.Of))), Wording.Order);
    }

    /// <summary>Three equal parts: where the rest of an uneven division goes is for "correct".</summary>
    [Test, Interleaved(Cores = 3), Category("every-schedule")]
    public void One_sum_is_the_same_on_every_schedule() =>
        Claim.That(Summation.Sum(6, Terms.Square) == 55, Wording.Schedule);

    [Test, Interleaved(Cores = 2), Category("every-schedule")]
    public void Several_sums_are_the_same_on_every_schedule()
    {
        var sums = Summation.SumAll([4, 0, 2], Terms.Square);
        Claim.That(sums.Order().ToArray() is [0, 1, 14], Wording.Schedule);
        Claim.That(sums is [14, 0, 1], Wording.Order);
    }

    /// <summary>Sizes that can be divided evenly, in an array of the caller's own.</summary>
    [Test, Interleaved(Schedules = 1), Category("every-schedule")]
    public void Several_sums_of_an_array_are_right([Values(2, 5)] int cores)
    {
        int[] sizes = [100 * cores, 0, 200 * cores];
        long[] sums = [];
        Cores.Run(cores, () => sums = Summation.SumAll(sizes.Copy(), Terms.Square));
        Claim.That(sums.SequenceEqual(sizes.Select(size => Terms.Sequential(size, Terms.Square))), Wording.Schedule);
    }

    /// <summary>All schedules are tried with a few terms; whether two accesses are ordered is looked at with many.</summary>
    [Test, Interleaved(Schedules = 1), Category("every-schedule")]
    public void Sums_of_any_size_have_no_race([Values(2, 5)] int cores)
    {
        var random = Inputs.Draw();
        int[] sizes = IsCostly()
            ? [random.Next(200, 300), random.Next(1_000, 1_500)]
            : [random.Next(200, 300), random.Next(1_000, 1_500), random.Next(10_000, 30_000), cores == 2 ? 1_000_000 : random.Next(100_000, 200_000)];
        foreach (var size in sizes)
        {
            int[] several = [size / 4, size / 10, 0, size / 8, 1];
            AreTheSame(cores, size, () => [Summation.Sum(size, Terms.Square)]);
            AreTheSame(cores, size, () => Summation.SumAll(several.Copy(), Terms.Square));
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("parallel"), Property("verdict", "NotParallel")]
    public void One_sum_keeps_all_cores_busy([Values(2, 4, 8)] int cores)
    {
        var random = Inputs.Draw();
        var n = IsCostly() ? 8_000 : random.Next(400_000, 440_000);
        var terms = new Terms(random.Next());
        var plain = Plain.Work(n, terms);
        var profile = ToTheEnd(cores, () => Summation.Sum(n, terms.Of));
        Plain.Claims(profile.Work, plain);
        Claim.That(plain >= 0.8 * cores * profile.Makespan, Wording.Idle(cores, profile));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("parallel"), Property("verdict", "NotParallel")]
    public void Five_sums_take_as_many_turns_as_the_cores_need([Values(1, 2, 3, 4)] int cores)
    {
        var random = Inputs.Draw();
        var n = IsCostly() ? 2_000 : random.Next(100_000, 101_000);
        var terms = new Terms(random.Next());
        var one = ToTheEnd(1, () => Summation.SumAll([n], terms.Of));
        var five = ToTheEnd(cores, () => Summation.SumAll([n, n, n, n, n], terms.Of));

        Plain.Claims(five.Work, 5 * Plain.Work(n, terms));
        Claim.That(TurnsOf(five, one) <= (5 + cores - 1) / cores, Wording.Turns(cores));
    }

    /// <summary>The figures of the course: five sums of a million squares are five units of work, and take ⌈5 / 2⌉ on two cores.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("parallel"), Property("verdict", "NotParallel")]
    public void Five_sums_of_a_million_squares_are_five_units_of_work_and_take_three()
    {
        var n = IsCostly() ? Sample : 1_000_000;
        var one = ToTheEnd(1, () => Summation.SumAll([n], Terms.Square));
        var five = ToTheEnd(2, () => Summation.SumAll([n, n, n, n, n], Terms.Square));

        var units = one.Work < n ? 0 : Math.Round((double)five.Work / one.Work);
        Claim.That(units >= 5, Wording.NoWork);
        Claim.That(units <= 5, Wording.ExtraWork);
        Claim.That(TurnsOf(five, one) <= 3, Wording.Turns(2));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("cheap"), Property("verdict", "TooSlow")]
    public void What_the_cores_share_is_touched_once_a_part_and_not_once_an_item()
    {
        var n = IsCostly() ? Sample : Inputs.Draw().Next(100_000, 120_000);
        var profile = Cores.Run(4, () => Summation.Sum(n, Terms.Square));
        Claim.That(profile.Spawned > 0, Wording.Alone);
        Claim.That(profile.Spawned < n / 10, Wording.Spawned);
        Claim.That(profile.Transfers < n / 10, Wording.Transfers);
    }

    /// <summary>A race fails by itself. Small sums are compared from one order to the next: whether they are right is for "correct".</summary>
    private static void AreTheSame(int cores, int size, Func<long[]> sum)
    {
        long[] first = [];
        for (var seed = 0; seed < (size < 2_000 ? 4 : 1); seed++)
        {
            long[] sums = [];
            Cores.Run(cores, () => sums = sum(), new CoresOptions { Seed = seed });
            Claim.That(seed == 0 || sums.SequenceEqual(first), Wording.Schedule);
            first = sums;
        }
    }

    /// <summary>What a part that nobody joins computes counts here, too: that its subtotal is missing is for "correct".</summary>
    private static ParallelProfile ToTheEnd(int cores, Action sum) => Cores.Run(cores, () =>
    {
        sum();
        Thread.Sleep(1); // is over when nobody has anything left to do
    });

    /// <summary>
    /// A costly answer is a costly simulation, so it is asked for a thousand terms. The others are asked for as many as a sum should
    /// have that is worth dividing: chunks of a fixed size must not leave a core without one.
    /// </summary>
    private static bool IsCostly()
    {
        var sample = Cores.Run(2, () => Summation.Sum(Sample, Terms.Square), new CoresOptions { DataRaces = false });
        return sample.Spawned >= Sample / 10 || sample.Transfers >= Sample / 10;
    }

    /// <summary>
    /// How many turns of one sum five sums took: whole turns, since an answer may divide the list of sums or each sum. What an
    /// answer spends around its loops (up to 0.15 of a turn) does not start a new one.
    /// </summary>
    private static int TurnsOf(ParallelProfile five, ParallelProfile one) =>
        (int)Math.Ceiling(((double)five.Makespan / one.Makespan) - 0.15);
}
