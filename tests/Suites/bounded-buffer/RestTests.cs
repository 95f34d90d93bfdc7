using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

/// <summary>What a wait costs is counted on simulated cores, where waiting costs nothing and looking costs.</summary>
[TestFixture]
public sealed class RestTests
{
    private const string Criterion = "wakes";

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void A_long_wait_for_an_item_costs_no_more_than_a_short_one([Values(1, 2)] int buyers)
    {
        IsRest(rounds => Cost(
            buyers,
            rounds,
            () => new Shelf<int>(buyers),
            shelf => shelf.TryTake(out _),
            shelf => shelf.Put(1)));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void A_long_wait_for_room_costs_no_more_than_a_short_one([Values(1, 2)] int bakers)
    {
        IsRest(rounds => Cost(
            bakers,
            rounds,
            () =>
            {
                var shelf = new Shelf<int>(1);
                shelf.Put(0);
                return shelf;
            },
            shelf => shelf.Put(1),
            shelf => shelf.TryTake(out _)));
    }

    /// <summary>Ten times as long. A thread may look a few times before it goes to sleep.</summary>
    private static void IsRest(Func<int, long> cost) => Claim.That(cost(100_000) <= cost(10_000) * 5 / 4, Wording.Spins);

    /// <summary>What all have to do while somebody computes for so many rounds and then lets those who wait go on; without that computing.</summary>
    private static long Cost(int waiting, int rounds, Func<Shelf<int>> make, Action<Shelf<int>> wait, Action<Shelf<int>> help)
    {
        var own = Cores.Run(1, () => Compute(rounds)).Work;
        var profile = Cores.Run(waiting + 1, () =>
        {
            var shelf = make();
            Thread[] threads = [.. Enumerable.Range(0, waiting).Select(_ => new Thread(() => wait(shelf)))];
            foreach (var thread in threads)
                thread.Start();
            Compute(rounds);
            for (var i = 0; i < waiting; i++)
                help(shelf);
            foreach (var thread in threads)
                thread.Join();
        });
        return profile.Work - own;
    }

    private static int Compute(int rounds)
    {
        var sum = 0;
        for (var round = 0; round < rounds; round++)
            sum ^= round;
        return sum;
    }
}
