// Fault: the flag is raised whatever happens: after a failure everybody gets the default.
// Verdict: WrongAnswer
// Fails: published, failure
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
                        try
                        {
                            _value = create();
                        }
                        finally
                        {
                            _ready = true;
                        }
                    }
                }
            }

            return _value;
        }
    }
}
