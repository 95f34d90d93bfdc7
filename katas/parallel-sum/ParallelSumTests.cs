using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ParallelSum;

[TestFixture]
public sealed class ParallelSumTests
{
    private const int Million = 1_000_000;
    private const int Few = 1_000;

    [Test, Interleaved(Schedules = 1)]
    public void Small_sums_are_right()
    {
        Summation.Sum(0, Square).ShouldBe(0, "No terms, no sum.");
        Summation.Sum(1, Square).ShouldBe(0, "The only term is 0² = 0.");
        Summation.Sum(10, Square).ShouldBe(285, "0 + 1 + 4 + … + 81 = 285: each index below 10 counts exactly once.");
        Summation.SumAll([3, 0, 2], Square).ShouldBe([5, 0, 1], "The sums come in the order of the sizes.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Each_index_is_asked_for_once()
    {
        var asked = new Tally(Few);
        Cores.Run(3, () => Summation.Sum(Few, i =>
        {
            asked.Add(i);
            return i;
        }));
        asked.Total.ShouldBe(Few, "That is how many terms were asked for. A term may take long: ask for each of them exactly once.");
        asked.IsOnceEach.ShouldBeTrue("Some index was asked for twice, and another never. Where does one part end, and the next begin?");
    }

    [Test, Interleaved]
    public void Every_interleaving_gives_the_same_sum() =>
        Summation.Sum(5, Square).ShouldBe(30,
            "In this interleaving the sum is different. Is there a variable that two workers write to, or a part that nobody waits for?");

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void The_squares_below_a_million_add_up()
    {
        var n = IsCheap() ? Million : Few;
        long sum = 0;
        Cores.Run(2, () => sum = Summation.Sum(n, Square));
        sum.ShouldBe(n == Million ? 333332833333500000 : 332833500, $"This is the sum of {n:N0} squares. Was each of them added, as a long?");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Four_cores_share_one_sum_and_compute_nothing_else()
    {
        var n = IsCheap() ? 200_000 : 2_000;
        var plain = Cores.Run(1, () => PlainLoop(n)).Work;
        var profile = Cores.Run(4, () => Summation.Sum(n, Slow));
        profile.Work.ShouldBeInRange(plain * 95 / 100, plain * 125 / 100,
            $"The plain loop does {plain:N0} units of work. Less means that not all terms were asked for; more, that something else is computed, too.");
        profile.Makespan.ShouldBeLessThan(plain * 10 / 32,
            $"On average, {profile.Parallelism:0.0} of four cores were at work. Divide the indices into equal parts, one for each core "
            + "(Environment.ProcessorCount), and start all of them before you wait for any.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Five_sums_on_two_cores_take_three_turns()
    {
        var n = IsCheap() ? 100_000 : 2_000;
        var one = Cores.Run(1, () => Summation.SumAll([n], Square));
        var five = Cores.Run(2, () => Summation.SumAll([n, n, n, n, n], Square));

        var turns = Math.Ceiling(((double)five.Makespan / one.Makespan) - 0.15);
        turns.ShouldBeLessThanOrEqualTo(3, "Five equal sums on two cores take three turns: two, two more, and the last one. More turns mean that a core was idle.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void What_the_cores_share_is_touched_seldom()
    {
        var n = IsCheap() ? 100_000 : Few;
        var profile = Cores.Run(4, () => Summation.Sum(n, Square));
        profile.Spawned.ShouldBeGreaterThan(0, "Only one core worked: start something that other cores can do.");
        profile.Spawned.ShouldBeLessThan(n / 10,
            $"That is how many tasks and threads were started for {n:N0} terms. Starting one costs more than an addition: give each core one large part.");
        profile.Transfers.ShouldBeLessThan(n / 10,
            $"That is how often a lock or a cache line went from one core to another for {n:N0} terms. Add up in a local variable, and touch "
            + "what is shared once, at the end of a part.");
    }

    private static long Square(int i) => (long)i * i;

    /// <summary>A term that takes a while, so that what is around it weighs little.</summary>
    private static long Slow(int i)
    {
        long value = i;
        for (var round = 0; round < 28; round++)
            value = ((value * 31) ^ (value >> 7)) & int.MaxValue;
        return value;
    }

    private static long PlainLoop(int n)
    {
        long sum = 0;
        for (var i = 0; i < n; i++)
            sum += Slow(i);
        return sum;
    }

    /// <summary>An answer that is dear for each term is shown with a thousand of them: the simulation would take long, too.</summary>
    private static bool IsCheap()
    {
        var sample = Cores.Run(2, () => Summation.Sum(Few, Square));
        return sample.Spawned < Few / 10 && sample.Transfers < Few / 10;
    }
}
