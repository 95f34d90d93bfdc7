// Fault: locks the function that makes it: two that are made by one function wait for each other.
// Verdict: WrongAnswer
// Fails: once
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private bool _there;
    private T _value = default!;

    public T Value
    {
        get
        {
            if (Volatile.Read(ref _there))
                return _value;
            lock (create)
            {
                if (!_there)
                {
                    _value = create();
                    Volatile.Write(ref _there, true);
                }

                return _value;
            }
        }
    }
}
