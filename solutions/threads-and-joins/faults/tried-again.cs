// Fault: an errand that failed is sent out once more.
// Verdict: WrongAnswer
// Fails: failures
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
        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            Write($"start {i}");
            for (var attempt = 0; attempt < 2; attempt++)
            {
                try
                {
                    results[i] = errands[i]();
                    failures[i] = null;
                    break;
                }
                catch (Exception failure)
                {
                    failures[i] = failure;
                }
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
