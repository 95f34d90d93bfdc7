// Fault: each locks an object of their own.
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
            if (!_ready)
            {
                lock (new object())
                {
                    if (!_ready)
                    {
                        _value = create();
                        _ready = true;
                    }
                }
            }

            return _value;
        }
    }
}
