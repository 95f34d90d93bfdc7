namespace ConcurrencyKatas;

/// <summary>A loop on the calling thread: one callback after another from one queue, until the main task is over.</summary>
internal sealed class Loop : SynchronizationContext
{
    private readonly Queue<Action> _callbacks = [];

    public static void Run(Func<Task> main)
    {
        var loop = new Loop();
        var outer = Current;
        SetSynchronizationContext(loop);
        try
        {
            var done = main();
            done.ContinueWith(_ => loop.Post(_ => { }, null), TaskScheduler.Default);
            while (!done.IsCompleted)
                loop.Take()();
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
            _callbacks.Enqueue(() => d(state));
            Monitor.Pulse(_callbacks);
        }
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
