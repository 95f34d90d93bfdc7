namespace Judge.Measuring;

/// <summary>
/// A workload known to be parallel: independent arithmetic in registers, one part for each processor. If this shows no
/// speedup, the machine cannot show one now, and a submission's missing one means nothing.
/// </summary>
internal sealed class Calibration
{
    private const int Rounds = 4_000_000;
    private readonly int parts = Environment.ProcessorCount;

    public object Sequential(int trial)
    {
        var sum = 0UL;
        for (var part = 0; part < parts; part++)
            sum += Grind(part);
        return sum;
    }

    public object Concurrent(int trial)
    {
        var results = new ulong[parts];
        var threads = new Thread[parts - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            var part = i;
            threads[i] = new Thread(() => results[part] = Grind(part));
            threads[i].Start();
        }

        results[^1] = Grind(parts - 1);
        foreach (var thread in threads)
            thread.Join();
        return results.Aggregate(0UL, (sum, result) => sum + result);
    }

    /// <summary>A linear congruential generator (Knuth's MMIX constants): each round needs the one before.</summary>
    private static ulong Grind(int seed)
    {
        var state = (ulong)seed;
        for (var i = 0; i < Rounds; i++)
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
        return state;
    }
}
