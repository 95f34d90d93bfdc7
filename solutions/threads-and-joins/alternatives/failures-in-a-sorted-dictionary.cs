// Alternative: the failures in a sorted dictionary, of which the first is thrown; the log itself is locked.
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var results = new T[errands.Count];
        var failures = new SortedDictionary<int, Exception>();
        Thread[] runners = [.. errands.Select((errand, i) => new Thread(() => Run(errand, i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        foreach (var (_, failure) in failures)
            throw failure;
        return results;

        void Run(Func<T> errand, int i)
        {
            lock (log)
                log($"start {i}");
            try
            {
                results[i] = errand();
            }
            catch (Exception failure)
            {
                lock (failures)
                    failures.Add(i, failure);
            }

            lock (log)
                log($"end {i}");
        }
    }
}
