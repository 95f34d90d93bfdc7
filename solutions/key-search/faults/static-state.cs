// Fault: where the search is and what it has found is static.
// Verdict: DataRace
// Fails: first-in-order
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    private const int Part = 256;
    private static long _next;
    private static long _lowest;

    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        var count = keys.Count;
        _next = 0;
        _lowest = count;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            long from;
            while ((from = Interlocked.Add(ref _next, Part) - Part) < Interlocked.Read(ref _lowest))
            {
                var to = Math.Min(from + Part, count);
                for (var index = from; index < to; index++)
                {
                    if (opens(keys[index]))
                    {
                        Lower(ref _lowest, index);
                        break;
                    }
                }
            }
        });
        return _lowest < count ? _lowest : -1;
    }

    private static void Lower(ref long lowest, long index)
    {
        var seen = Interlocked.Read(ref lowest);
        while (index < seen)
        {
            var before = Interlocked.CompareExchange(ref lowest, index, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }
}
