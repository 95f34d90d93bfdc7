// Fault: keeps the failure that came first in time, not the one that stands first in the list.
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
        Exception? first = null;
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        if (first is not null)
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
                Interlocked.CompareExchange(ref first, failure, null);
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
