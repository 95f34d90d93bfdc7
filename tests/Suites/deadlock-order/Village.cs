using System.Runtime.ExceptionServices;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>Accounts with numbers that nobody can know, and people who use them at the same time.</summary>
internal static class Village
{
    /// <summary>
    /// Accounts in a drawn order of their numbers. Among the numbers are those that a remainder, a hash of few bits or a difference cannot
    /// tell apart or puts into the wrong order.
    /// </summary>
    public static Account[] Accounts(Random draw, int count, int balance)
    {
        var first = draw.Next(1, 1_000);
        int[] ids = [first, first + (1 << 20), int.MinValue + draw.Next(100), int.MaxValue - draw.Next(100), -first, 0];
        var some = ids[..count];
        draw.Shuffle(some);
        return [.. some.Select(id => new Account(id, balance))];
    }

    /// <summary>Does all of it at the same time, on threads of their own, and comes back when all is done. What one of them throws comes out.</summary>
    public static void AtOnce(params Action[] acts)
    {
        var failures = new Exception?[acts.Length];
        Thread[] people = [.. acts.Select((act, i) => new Thread(() => Catch(act, i)))];
        Array.ForEach(people, person => person.Start());
        Array.ForEach(people, person => person.Join());
        if (Array.Find(failures, failure => failure is not null) is { } seen)
            ExceptionDispatchInfo.Throw(seen);

        void Catch(Action act, int i)
        {
            try
            {
                act();
            }
            catch (Exception exception)
            {
                failures[i] = exception;
            }
        }
    }

    public static Action Stamp(TimeSpan duration) => () => Thread.Sleep(duration);

    /// <summary>A stamp that says when it is being put on.</summary>
    public static Action Stamp(TimeSpan duration, InFlight stamping) => () =>
    {
        stamping.Enter();
        Thread.Sleep(duration);
        stamping.Leave();
    };
}
