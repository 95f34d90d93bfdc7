// Alternative: one monitor is both the pencil and the place where the caller waits until nobody is under way.
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var table = new object();
        var underWay = errands.Count;
        var outcomes = new (T? Result, ExceptionDispatchInfo? Failure)[errands.Count];
        for (var i = 0; i < errands.Count; i++)
        {
            var runner = new Thread(Run) { IsBackground = true };
            runner.Start(i);
        }

        lock (table)
        {
            while (underWay > 0)
                Monitor.Wait(table);
        }

        foreach (var (_, failure) in outcomes)
            failure?.Throw();
        return Array.ConvertAll(outcomes, outcome => outcome.Result!);

        void Run(object? number)
        {
            var i = (int)number!;
            lock (table)
                log($"start {i}");
            (T?, ExceptionDispatchInfo?) outcome;
            try
            {
                outcome = (errands[i](), null);
            }
            catch (Exception failure)
            {
                outcome = (default, ExceptionDispatchInfo.Capture(failure));
            }

            lock (table)
            {
                log($"end {i}");
                outcomes[i] = outcome;
                if (--underWay == 0)
                    Monitor.Pulse(table);
            }
        }
    }
}
