// Fault: right, and everybody queues for the lock at every read.
// Verdict: TooSlow
// Fails: fast-path
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            lock (_gate)
            {
                if (!_ready)
                {
                    _value = create();
                    _ready = true;
                }

                return _value;
            }
        }
    }
}
