// Alternative: each runner starts the next one, runs its errand, and joins the next one; the caller joins the first.
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new SemaphoreSlim(1, 1);
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        RunFrom(0);
        foreach (var failure in failures)
        {
            if (failure is not null)
                throw failure;
        }

        return results;

        void RunFrom(int i)
        {
            if (i == errands.Count)
                return;
            var runner = new Thread(() => Run(i));
            runner.Start();
            RunFrom(i + 1);
            runner.Join();
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
            pencil.Wait();
            try
            {
                log(line);
            }
            finally
            {
                pencil.Release();
            }
        }
    }
}
