// Fault: whether it was made is told by comparing with the default.
// Verdict: WrongAnswer
// Fails: once
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
            if (!_ready || EqualityComparer<T>.Default.Equals(_value, default))
            {
                lock (_gate)
                {
                    if (!_ready || EqualityComparer<T>.Default.Equals(_value, default))
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
