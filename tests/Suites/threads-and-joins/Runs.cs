using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>Calls the submission with <see cref="Trip"/>s.</summary>
internal static class Runs
{
    /// <summary>A log for tests that are about something else: it can take everybody at once.</summary>
    public static void Ignore(string line)
    {
    }

    public static int[] Of(Trip[] trips, Action<string> log) => Errands.RunAll([.. trips.Select(trip => (Func<int>)trip.Run)], log);

    /// <summary>What came out of the call instead of results; null for results.</summary>
    public static Exception? FailureOf(Trip[] trips, Action<string> log)
    {
        try
        {
            Of(trips, log);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Does both at the same time, on threads of their own, and comes back when both are done. What one of them throws comes out.</summary>
    public static void AtOnce(Action first, Action second)
    {
        Action[] calls = [first, second];
        var failures = new Exception?[calls.Length];
        Thread[] callers = [.. calls.Select((call, i) => new Thread(() => Catch(call, i)))];
        Array.ForEach(callers, caller => caller.Start());
        Array.ForEach(callers, caller => caller.Join());
        if (Array.Find(failures, failure => failure is not null) is { } seen)
            ExceptionDispatchInfo.Throw(seen);

        void Catch(Action call, int i)
        {
            try
            {
                call();
            }
            catch (Exception exception)
            {
                failures[i] = exception;
            }
        }
    }
}
