// Fault: written with Volatile.Write, and read plainly.
// Verdict: DataRace
// Fails: published
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
            if (!_ready)
            {
                lock (_gate)
                {
                    if (!_ready)
                    {
                        _value = create();
                        Volatile.Write(ref _ready, true);
                    }
                }
            }

            return _value;
        }
    }
}
