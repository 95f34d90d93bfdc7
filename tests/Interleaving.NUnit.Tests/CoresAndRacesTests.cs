using System.Collections.Concurrent;

namespace Interleaving.NUnit.Tests;

/// <summary>Two accesses that nothing orders are found on simulated cores, too, at sizes that no search could go through.</summary>
[TestFixture]
internal sealed class CoresAndRacesTests
{
    private const int Large = 50_000;

    [Test]
    public void A_race_that_only_large_inputs_have_is_found() =>
        Should.Throw<InvalidOperationException>(() => Cores.Run(4, () => SumRacyWhenLarge(Large)))
            .Message.ShouldStartWith("Data race: ");

    [Test]
    public void Nobody_is_told_of_a_race_who_does_not_want_to() =>
        Cores.Run(4, () => SumRacyWhenLarge(Large), new CoresOptions { DataRaces = false }).Work.ShouldBeGreaterThan(Large);

    [Test]
    public void Subtotals_that_are_added_after_the_join_are_no_race()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            Cores.Run(4, () =>
            {
                var sums = new long[4];
                var threads = Enumerable.Range(0, 4).Select(part => new Thread(() => sums[part] = SumOf(part * 1_000, 1_000))).ToList();
                threads.ForEach(static thread => thread.Start());
                threads.ForEach(static thread => thread.Join());
                sums.Sum().ShouldBe(SumOf(0, 4_000));
            }, new CoresOptions { Seed = seed });
        }
    }

    [Test]
    public void Seeds_draw_another_order_and_each_of_them_the_same_again()
    {
        var orders = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 20; seed++)
            orders.Add(OrderOfArrival(seed));
        orders.Count.ShouldBeGreaterThan(3);
        OrderOfArrival(7).ShouldBe(OrderOfArrival(7));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Inside_an_exploration_races_count_when_they_count_there() =>
        Cores.Run(2, () => SumRacyWhenLarge(Large)).Spawned.ShouldBeGreaterThan(0);

    private static string OrderOfArrival(int seed)
    {
        var order = new ConcurrentQueue<int>();
        Cores.Run(4, () =>
        {
            var threads = Enumerable.Range(0, 4).Select(one => new Thread(() => order.Enqueue(one))).ToList();
            threads.ForEach(static thread => thread.Start());
            threads.ForEach(static thread => thread.Join());
        }, new CoresOptions { Seed = seed });
        return string.Concat(order);
    }

    private static long SumRacyWhenLarge(int n)
    {
        if (n < 1_000)
            return SumOf(0, n);
        long total = 0;
        Parallel.For(0, 4, part => total += SumOf(part * n / 4, n / 4));
        return total;
    }

    private static long SumOf(int start, int count)
    {
        long sum = 0;
        for (var i = start; i < start + count; i++)
            sum += i;
        return sum;
    }
}
