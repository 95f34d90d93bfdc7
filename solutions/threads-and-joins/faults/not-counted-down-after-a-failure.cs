// Fault: only who comes back with something counts down: after a failure the caller waits for ever.
// Verdict: Deadlock
// Fails: joined, failures
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        using var underWay = new CountdownEvent(errands.Count);
        for (var i = 0; i < errands.Count; i++)
        {
            var errand = i;
            new Thread(() => Run(errand)).Start();
        }

        underWay.Wait();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            Write($"start {i}");
            try
            {
                results[i] = errands[i]();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
                Write($"end {i}");
                return;
            }

            Write($"end {i}");
            underWay.Signal();
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
