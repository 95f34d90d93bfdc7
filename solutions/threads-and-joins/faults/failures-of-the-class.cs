// Fault: the list of failures is static: a later call throws what an earlier one failed with.
// Verdict: WrongAnswer
// Fails: failures
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    private static readonly ConcurrentDictionary<int, Exception> Failures = [];

    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        if (!Failures.IsEmpty)
            ExceptionDispatchInfo.Throw(Failures.MinBy(failure => failure.Key).Value);
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
                Failures[i] = failure;
            }

            Write($"end {i}");
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
