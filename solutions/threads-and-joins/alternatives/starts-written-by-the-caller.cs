// Alternative: the caller writes each "start" before it starts the runner; locks on the log itself; a set of runners that end.
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var outcomes = new Func<T>[errands.Count];
        var runners = new List<Thread>();
        foreach (var (i, errand) in errands.Index())
        {
            lock (log)
                log($"start {i}");
            var runner = new Thread(() => Run(i, errand)) { Name = $"errand {i}" };
            runner.Start();
            runners.Add(runner);
        }

        foreach (var runner in runners)
            runner.Join();
        return [.. outcomes.Select(outcome => outcome())];

        void Run(int i, Func<T> errand)
        {
            try
            {
                var result = errand();
                outcomes[i] = () => result;
            }
            catch (Exception failure)
            {
                outcomes[i] = () => throw failure;
            }

            lock (log)
                log($"end {i}");
        }
    }
}
