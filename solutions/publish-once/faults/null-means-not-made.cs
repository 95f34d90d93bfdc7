// Fault: whether it was made is told from the value: null is made anew at every read.
// Verdict: WrongAnswer
// Fails: once
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile object? _value;

    public T Value
    {
        get
        {
            if (_value is null)
            {
                lock (_gate)
                    _value ??= create();
            }

            return (T)_value!;
        }
    }
}
