// Fault: whoever comes while it is being made gets the default, so as not to wait.
// Verdict: WrongAnswer
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
            if (!_ready && _gate.TryEnter())
            {
                try
                {
                    if (!_ready)
                    {
                        _value = create();
                        _ready = true;
                    }
                }
                finally
                {
                    _gate.Exit();
                }
            }

            return _ready ? _value : default!;
        }
    }
}
