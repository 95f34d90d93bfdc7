using System.Diagnostics;

namespace ConcurrencyKatas.EventLoop;

/// <summary>
/// One thread that takes one callback after another. Code that awaits on it resumes on it: it is the
/// <see cref="SynchronizationContext"/> of all that runs there.
/// </summary>
/// <param name="slow">
/// Called, on the loop's thread, for each callback that held the loop for more than 100 ms: with its name, and for how long.
/// </param>
/// <param name="failed">Called, on the loop's thread, for each callback that threw: with its name, and the very exception.</param>
public sealed class EventLoop(Action<string, TimeSpan>? slow = null, Action<string, Exception>? failed = null)
    : SynchronizationContext
{
    private readonly List<Action> _callbacks = [];

    /// <summary>
    /// Calls <paramref name="main"/> and then runs callbacks, all on the calling thread, until the task of
    /// <paramref name="main"/> has ended. May be called again, but not twice at once.
    /// </summary>
    /// <param name="main">Its beginning, up to its first wait, is a callback too; it has the name "main".</param>
    /// <exception cref="Exception">The very exception of <paramref name="main"/>.</exception>
    public void Run(Func<Task> main)
    {
        SetSynchronizationContext(this);
        var done = main();
        while (!done.IsCompleted)
        {
            if (_callbacks.Count == 0)
            {
                Thread.Sleep(1);
                continue;
            }

            var callback = _callbacks[0];
            _callbacks.RemoveAt(0);
            callback();
        }

        done.Wait();
    }

    /// <summary>Puts a callback at the end of the queue. May be called from any thread.</summary>
    /// <param name="name">What the reports call it.</param>
    /// <param name="callback">Runs on the loop's thread, when all that came before it has run.</param>
    public void CallSoon(string name, Action callback) => _callbacks.Add(() =>
    {
        var watch = Stopwatch.StartNew();
        try
        {
            callback();
        }
        catch (Exception exception)
        {
            failed?.Invoke(name, exception);
            return;
        }

        if (watch.ElapsedMilliseconds >= 100)
            slow?.Invoke(name, watch.Elapsed);
    });

    /// <summary>Puts a callback into the queue once <paramref name="delay"/> has passed. May be called from any thread; returns at once.</summary>
    /// <param name="delay">Zero or more, from now on.</param>
    /// <param name="name">What the reports call it.</param>
    /// <param name="callback">Runs on the loop's thread.</param>
    public void CallLater(TimeSpan delay, string name, Action callback)
    {
        Thread.Sleep(delay);
        CallSoon(name, callback);
    }

    /// <summary>What an await on the loop calls to be continued there; a callback with the name "Post".</summary>
    /// <param name="d">What to call.</param>
    /// <param name="state">What to call it with.</param>
    public override void Post(SendOrPostCallback d, object? state) => CallSoon("Post", () => d(state));
}
