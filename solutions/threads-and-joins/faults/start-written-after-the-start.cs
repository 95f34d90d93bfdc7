// Fault: the caller starts the runner, and writes "start" after it.
// Verdict: WrongAnswer
// Fails: log-is-not-held
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        for (var i = 0; i < runners.Length; i++)
        {
            runners[i].Start();
            Write($"start {i}");
        }

        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            try
            {
                results[i] = errands[i]();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
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
