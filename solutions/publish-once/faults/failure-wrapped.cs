// Fault: made on the pool, and the failure comes out inside an AggregateException.
// Verdict: WrongAnswer
// Fails: failure
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
                    {
                        _value = Task.Run(create).Result;
                        _ready = true;
                    }
                }
            }

            return _value;
        }
    }
}
