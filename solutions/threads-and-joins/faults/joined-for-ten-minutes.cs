// Fault: stops waiting for a runner after ten minutes, and comes back without them.
// Verdict: WrongAnswer
// Fails: joined
using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

/// <summary>Sends runners out on errands, all at the same time.</summary>
public static class Errands
{
    private static readonly TimeSpan s_longEnough = TimeSpan.FromMinutes(10);

    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];

        var runners = Enumerable.Range(0, errands.Count).Select(i => new Thread(() => Run(i)) { IsBackground = true }).ToArray();
        Array.ForEach(runners, runner => runner.Start());
        Array.ForEach(runners, runner => runner.Join(s_longEnough)); // a runner who has got lost should not keep the shop open

        if (Array.Find(failures, failure => failure is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;

        void Run(int i)
        {
            Write($"start {i}");
            try
            {
                results[i] = errands[i]();
            }
            catch (Exception e)
            {
                failures[i] = e;
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
