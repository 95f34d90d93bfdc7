using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins;

/// <summary>Sends runners out on errands, all at the same time.</summary>
public static class Errands
{
    /// <summary>Runs every errand on a thread of its own, and returns when the last of them has ended.</summary>
    /// <typeparam name="T">What an errand brings back.</typeparam>
    /// <param name="errands">What to run, each once. An errand may fail, and it may wait for another errand of this list.</param>
    /// <param name="log">
    /// Takes one line: "start 0" before errand 0 begins, and "end 0" after it has ended, whether it failed or not. It can take
    /// only one caller at a time. It may be slow; it does not fail.
    /// </param>
    /// <returns>What the errands brought back, in the order of <paramref name="errands"/>.</returns>
    /// <exception cref="Exception">
    /// What an errand failed with, as it was thrown; if several failed, the failure of the one that stands first in the list. All
    /// the other errands have been run to their end.
    /// </exception>
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        var pencil = new Lock();
        var results = new T[errands.Count];
        var failures = new Exception?[errands.Count];
        Thread[] runners = [.. errands.Select((_, i) => new Thread(() => Run(i)))];

        foreach (var runner in runners)
            runner.Start();
        foreach (var runner in runners)
            runner.Join();

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
            catch (Exception failure)
            {
                failures[i] = failure;
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
