// Fault: a memory barrier on the wrong side of the flag, and none where it is read.
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
                        Thread.MemoryBarrier();
                    }
                }
            }

            return _value;
        }
    }
}
