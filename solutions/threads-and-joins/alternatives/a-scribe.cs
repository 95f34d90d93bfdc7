// Alternative: one thread writes the log for all; a runner hands it a line and waits until the line is written.
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        using var lines = new BlockingCollection<(string Line, ManualResetEventSlim Written)>();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        var scribe = new Thread(() =>
        {
            foreach (var (line, written) in lines.GetConsumingEnumerable())
            {
                log(line);
                written.Set();
            }
        });
        scribe.Start();
        var runners = errands.Select((errand, i) => new Thread(() =>
        {
            Write($"start {i}");
            try
            {
                results[i] = errand();
            }
            catch (Exception failure)
            {
                failures[i] = failure;
            }

            Write($"end {i}");
        })).ToList();
        runners.ForEach(runner => runner.Start());
        runners.ForEach(runner => runner.Join());
        lines.CompleteAdding();
        scribe.Join();
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Write(string line)
        {
            using var written = new ManualResetEventSlim();
            lines.Add((line, written));
            written.Wait();
        }
    }
}
