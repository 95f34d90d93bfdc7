// Fault: errands are sent out in groups of eight: the ninth waits for the first eight.
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
        foreach (var runners in errands.Select((_, i) => new Thread(() => Run(i))).Chunk(8))
        {
            foreach (var runner in runners)
                runner.Start();
            foreach (var runner in runners)
                runner.Join();
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

            Write($"end {i}");
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
