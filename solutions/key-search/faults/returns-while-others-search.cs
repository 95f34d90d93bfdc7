// Fault: returns as soon as the first worker is done.
// Verdict: WrongAnswer
// Fails: first-in-order, stops-soon
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
        long count = keys.Count, next = 0, lowest = count;
        var gate = new Lock();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            long from;
            while ((from = Interlocked.Add(ref next, 100) - 100) < Interlocked.Read(ref lowest))
            {
                for (var index = from; index < Math.Min(from + 100, count); index++)
                {
                    if (!opens(keys[index]))
                        continue;
                    lock (gate)
                        Interlocked.Exchange(ref lowest, Math.Min(index, Interlocked.Read(ref lowest)));
                }
            }
        })).ToArray();
        Task.WhenAny(workers).GetAwaiter().GetResult().GetAwaiter().GetResult();
        return Interlocked.Read(ref lowest) < count ? lowest : -1;
    }
}
