// Fault: Monitor.Exit is jumped over by a failure: whoever waits stands still.
// Verdict: Deadlock
// Fails: failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly object _gate = new();
    private volatile bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            if (!_ready)
            {
                Monitor.Enter(_gate);
                if (!_ready)
                {
                    _value = create();
                    _ready = true;
                }

                Monitor.Exit(_gate);
            }

            return _value;
        }
    }
}
