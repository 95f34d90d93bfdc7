// Alternative: a countdown instead of joins; each runner counts down when its "end" is written.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        using var underWay = new CountdownEvent(errands.Count + 1);
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        for (var i = 0; i < errands.Count; i++)
        {
            var errand = i;
            new Thread(() => Run(errand)).Start();
        }

        underWay.Signal();
        underWay.Wait();
        foreach (var failure in failures)
        {
            if (failure is not null)
                ExceptionDispatchInfo.Capture(failure).Throw();
        }

        return results;

        void Run(int i)
        {
            try
            {
                Write($"start {i}");
                results[i] = errands[i]();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
            }
            finally
            {
                Write($"end {i}");
                underWay.Signal();
            }
        }

        void Write(string line)
        {
            lock (results)
                log(line);
        }
    }
}
