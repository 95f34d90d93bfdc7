// Fault: each runner has a lock of its own, which keeps nobody out.
// Verdict: DataRace
// Fails: log-is-not-held
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            var pencil = new Lock();
            Write(pencil, $"start {i}");
            try
            {
                results[i] = errands[i]();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
            }

            Write(pencil, $"end {i}");
        }

        void Write(Lock pencil, string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
