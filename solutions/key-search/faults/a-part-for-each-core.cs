// Fault: one contiguous part for each core: right, and no faster when the hit is in the first part.
// Verdict: WrongAnswer
// Fails: parallel, stops-soon
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        long cores = Environment.ProcessorCount, lowest = keys.Count;
        var gate = new Lock();
        Parallel.For(0L, cores, core =>
        {
            var to = (long)((Int128)keys.Count * (core + 1) / cores);
            for (var index = (long)((Int128)keys.Count * core / cores); index < to && index < Interlocked.Read(ref lowest); index++)
            {
                if (!opens(keys[index]))
                    continue;
                lock (gate)
                {
                    if (index < lowest)
                        Interlocked.Exchange(ref lowest, index);
                }
            }
        });
        return lowest == keys.Count ? -1 : lowest;
    }
}
