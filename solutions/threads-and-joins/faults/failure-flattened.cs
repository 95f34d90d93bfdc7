// Fault: takes the tasks' exceptions apart, and with them an AggregateException that an errand threw itself.
// Verdict: WrongAnswer
// Fails: failures
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        Task<T>[] runners = [.. errands.Select((errand, i) => Task.Factory.StartNew(() => Run(errand, i), TaskCreationOptions.LongRunning))];
        try
        {
            Task.WaitAll(runners);
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.Flatten().InnerExceptions[0]);
        }

        return [.. runners.Select(runner => runner.Result)];

        T Run(Func<T> errand, int i)
        {
            Write($"start {i}");
            try
            {
                return errand();
            }
            finally
            {
                Write($"end {i}");
            }
        }

        void Write(string line)
        {
            lock (pencil)
                log(line);
        }
    }
}
