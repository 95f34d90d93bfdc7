// Fault: one after the other.
// Verdict: NotParallel
// Fails: parallel, cheap
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
        for (long index = 0; index < keys.Count; index++)
        {
            if (opens(keys[index]))
                return index;
        }

        return -1;
    }
}
