// Fault: the caller writes "end" when it has joined a runner: those behind a slow one are written late.
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

        foreach (var runner in runners)
            runner.Start();
        for (var i = 0; i < runners.Length; i++)
        {
            runners[i].Join();
            Write($"end {i}");
        }

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
            }
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
