// Fault: as many runners as there are cores, who take one errand after the other.
// Verdict: WrongAnswer
// Fails: all-at-once
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        var next = -1;
        Thread[] runners = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(RunSome))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void RunSome()
        {
            for (var i = Interlocked.Increment(ref next); i < errands.Count; i = Interlocked.Increment(ref next))
                Run(i);
        }

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

            Write($"end {i}");
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
