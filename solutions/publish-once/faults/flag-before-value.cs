// Fault: the flag is raised before the value is there: whoever sees it reads the default.
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
                lock (_gate)
                {
                    if (!_ready)
                    {
                        _ready = true;
                        try
                        {
                            _value = create();
                        }
                        catch
                        {
                            _ready = false;
                            throw;
                        }
                    }
                }
            }

            return _value;
        }
    }
}
