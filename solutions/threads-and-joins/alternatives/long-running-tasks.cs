// Alternative: long-running tasks have threads of their own; WaitAll joins them, and the first task that failed gives its exception.
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new object();
        Task<T>[] runners = [.. errands.Select((errand, i) => Task.Factory.StartNew(() => Run(errand, i), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            Task.WaitAll(runners);
        }
        catch (AggregateException)
        {
            // Each task keeps its own; they are asked in the order of the list.
        }

        return [.. runners.Select(runner => runner.GetAwaiter().GetResult())];

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
