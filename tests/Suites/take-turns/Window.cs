using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns.Suite;

/// <summary>A loop on the calling thread that counts its turns and measures how long each of them holds the thread. Times are virtual.</summary>
internal sealed class Window : SynchronizationContext
{
    private readonly Queue<Action> _callbacks = [];
    private readonly Stopwatch _turn = Stopwatch.StartNew();
    private TimeSpan _longest;
    private int _posted;

    /// <summary>The turn that is being served; only on the loop's own thread.</summary>
    public int Turn { get; private set; }

    /// <summary>How many callbacks were posted so far.</summary>
    public int Posted
    {
        get
        {
            lock (_callbacks)
                return _posted;
        }
    }

    /// <summary>The longest time for which one callback held the thread, this one included; only on the loop's own thread.</summary>
    public TimeSpan LongestTurn => _turn.Elapsed > _longest ? _turn.Elapsed : _longest;

    public static void Run(Func<Window, Task> main)
    {
        var window = new Window();
        var outer = Current;
        SetSynchronizationContext(window);
        try
        {
            var done = main(window);
            done.ContinueWith(_ => window.Post(_ => { }, null), TaskScheduler.Default);
            while (!done.IsCompleted)
                window.Serve();
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_callbacks)
        {
            _posted++;
            _callbacks.Enqueue(() => d(state));
            Monitor.Pulse(_callbacks);
        }
    }

    private void Serve()
    {
        _longest = LongestTurn;
        var callback = Take();
        _turn.Restart();
        Turn++;
        callback();
    }

    private Action Take()
    {
        lock (_callbacks)
        {
            while (_callbacks.Count == 0)
                Monitor.Wait(_callbacks);
            return _callbacks.Dequeue();
        }
    }
}
