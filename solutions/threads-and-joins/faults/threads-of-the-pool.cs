// Fault: Task.Run: the pool has as many threads as cores, and makes more only slowly.
// Verdict: WrongAnswer
// Fails: all-at-once
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        Task<T>[] runners = [.. errands.Select((errand, i) => Task.Run(() => Run(errand, i)))];
        Task.WhenAll(runners).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
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
