// Fault: an AggregateException is taken for a wrapping, and the caller gets what it holds.
// Verdict: WrongAnswer
// Fails: failure
using System.Runtime.ExceptionServices;

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
                lock (_gate)
                {
                    if (!_ready)
                        Make();
                }
            }

            return _value;
        }
    }

    private void Make()
    {
        try
        {
            _value = create();
        }
        catch (AggregateException several) when (several.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
        }

        _ready = true;
    }
}
