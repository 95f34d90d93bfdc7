// Fault: all runners share the one variable of the for loop.
// Verdict: DataRace
// Fails: *
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        var runners = new Thread[errands.Count];

        for (var i = 0; i < errands.Count; i++)
        {
            runners[i] = new Thread(() => Run(i));
            runners[i].Start();
        }

        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            if (i >= results.Length)
                return;
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
