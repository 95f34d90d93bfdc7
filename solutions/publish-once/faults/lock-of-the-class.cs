// Fault: one lock for all: making one holds up all the others.
// Verdict: WrongAnswer
// Fails: once
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private static readonly Lock s_gate = new();
    private volatile bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            if (!_ready)
            {
                lock (s_gate)
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
