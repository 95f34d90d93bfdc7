// Fault: double-checked locking on a plain flag beside a plain value: nothing orders the two for those who take no lock.
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
                        _ready = true;
                    }
                }
            }

            return _value;
        }
    }
}
