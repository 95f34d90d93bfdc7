// Fault: the first one makes it, the others go round until it is there; after a failure they go round for ever.
// Verdict: Livelock
// Fails: published, fast-path, failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private int _started;
    private volatile bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            if (Interlocked.Exchange(ref _started, 1) == 0)
            {
                _value = create();
                _ready = true;
            }

            while (!_ready)
                Thread.Yield();
            return _value;
        }
    }
}
