using Interleaving;

namespace ConcurrencyKatas.StripedCounter.Suite;

/// <summary>Threads that count at once, and what that costs.</summary>
internal static class Gates
{
    /// <summary>What an add may cost, in loop rounds and calls: the loop around it is one, and it is one call itself.</summary>
    public const int Most = 40;

    /// <summary>Starts a thread for each, and waits for all.</summary>
    public static void Open(params Action[] gates)
    {
        var threads = Array.ConvertAll(gates, gate => new Thread(() => gate()));
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
    }

    /// <summary>So many gates, each of which adds <paramref name="amount"/> so many times, on as many simulated cores; the total is read at the end.</summary>
    public static ParallelProfile Run(int gates, int adds, long amount, bool pool = false, int seed = 0)
    {
        long total = 0;
        var profile = Cores.Run(
            gates,
            () =>
            {
                var counter = new HotCounter();
                if (pool)
                    Task.WaitAll([.. Enumerable.Range(0, gates).Select(_ => Task.Run(() => Count(counter, adds, amount)))]);
                else
                    Open([.. Enumerable.Repeat(() => Count(counter, adds, amount), gates)]);
                total = counter.Total;
            },
            new CoresOptions { DataRaces = false, Seed = seed });

        // Whether all of it is there is for the tests of exactness: here it is enough that somebody did count.
        Claim.That(total >= gates * adds * amount / 2, Wording.NotCounted);
        return profile;
    }

    /// <summary>
    /// A costly add is a costly simulation, so it is asked for less often. Asked on as many cores as it will be judged on: an answer may keep
    /// their number in a static field.
    /// </summary>
    public static bool IsCostly(int gates)
    {
        const int Adds = 50;
        var sample = Run(gates, Adds, 1);
        return sample.Transfers >= gates * Adds * 3 / 10 || sample.Work > Most * gates * Adds;
    }

    private static void Count(HotCounter counter, int adds, long amount)
    {
        for (var add = 0; add < adds; add++)
            counter.Add(amount);
    }
}
