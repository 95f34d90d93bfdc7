// Fault: adds each result to a list when it comes: the order is that of arrival.
// Verdict: WrongAnswer
// Fails: order
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new List<T>();
        var failures = new Exception?[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return [.. results];

        void Run(int i)
        {
            Write($"start {i}");
            try
            {
                var result = errands[i]();
                lock (results)
                    results.Add(result);
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
