// Fault: the value is read first, and then the flag says that it was there: it may be the value from before.
// Verdict: DataRace
// Fails: once, published, failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            var value = _value;
            if (_ready)
                return value;
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
