// Fault: nobody catches what an errand throws: it leaves the thread, and the process dies.
// Verdict: Crash
// Fails: joined, failures
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

        return results;

        void Run(int i)
        {
            Write($"start {i}");
            try
            {
                results[i] = errands[i]();
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
