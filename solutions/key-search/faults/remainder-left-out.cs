// Fault: what remains behind the last whole part is not tried.
// Verdict: WrongAnswer
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

    public static long FindFirst(IKeys keys, Predicate<string> opens)
    {
        long count = keys.Count / Part * Part, next = 0, lowest = count;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            long from;
            while ((from = Interlocked.Add(ref next, Part) - Part) < Interlocked.Read(ref lowest))
            {
                var to = Math.Min(from + Part, count);
                for (var index = from; index < to; index++)
                {
                    if (opens(keys[index]))
                    {
                        Lower(ref lowest, index);
                        break;
                    }
                }
            }
        });
        return lowest < count ? lowest : -1;
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
