// Fault: a counter of reads, for the statistics.
// Verdict: TooSlow
// Fails: fast-path
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile bool _ready;
    private T _value = default!;
    private int _reads;

    public T Value
    {
        get
        {
            Interlocked.Increment(ref _reads);
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
