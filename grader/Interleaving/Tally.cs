namespace Interleaving;

/// <summary>
/// Counts how often each of some things happened, without taking part in it: it is no yield point, orders nothing, races with
/// nothing, and costs neither work nor a cache line on simulated cores. So a test can say "each index exactly once" of code whose
/// work, transfers and interleavings it measures. Outside of the engine's control it counts atomically.
/// </summary>
/// <param name="size">How many things there are, from 0.</param>
public sealed class Tally(int size)
{
    private readonly int[] counts = new int[size];
    private int strangers;

    /// <summary>How often anything happened.</summary>
    public long Total => counts.Sum(static count => (long)count) + strangers;

    /// <summary>Whether each thing happened once, and nothing else.</summary>
    public bool IsOnceEach => strangers == 0 && Array.TrueForAll(counts, static count => count == 1);

    /// <summary>How often the thing happened; 0 for one that is not among them.</summary>
    public int this[int thing] => thing >= 0 && thing < counts.Length ? counts[thing] : 0;

    /// <summary>The thing happened. One that is not among them counts for <see cref="Total"/> alone.</summary>
    public void Add(int thing)
    {
        if (thing >= 0 && thing < counts.Length)
            Interlocked.Increment(ref counts[thing]);
        else
            Interlocked.Increment(ref strangers);
    }
}
