// Fault: the failure is kept and thrown again to everybody, as Lazy<T> does it.
// Verdict: WrongAnswer
// Fails: failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile bool _ready;
    private T _value = default!;
    private Exception? _failure;

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
                        if (_failure is not null)
                            throw _failure;
                        try
                        {
                            _value = create();
                            _ready = true;
                        }
                        catch (Exception failure)
                        {
                            _failure = failure;
                            throw;
                        }
                    }
                }
            }

            return _value;
        }
    }
}
