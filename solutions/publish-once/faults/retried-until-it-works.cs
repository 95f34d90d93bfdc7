// Fault: a failure is swallowed, and it tries again itself.
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
                        while (!_ready)
                        {
                            try
                            {
                                _value = create();
                                _ready = true;
                            }
                            catch (IOException)
                            {
                                // once more
                            }
                        }
                    }
                }
            }

            return _value;
        }
    }
}
