// Alternative: an atomic state (nobody, somebody makes it, there) and a monitor for those who wait.
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private const int Nobody = 0, Somebody = 1, There = 2;

    private readonly object _bell = new();
    private int _state;
    private T _value = default!;

    public T Value
    {
        get
        {
            while (Volatile.Read(ref _state) != There)
            {
                if (Interlocked.CompareExchange(ref _state, Somebody, Nobody) == Nobody)
                    Make();
                else
                    WaitForSomebody();
            }

            return _value;
        }
    }

    private void Make()
    {
        var next = Nobody;
        try
        {
            _value = create();
            next = There;
        }
        finally
        {
            Volatile.Write(ref _state, next);
            lock (_bell)
                Monitor.PulseAll(_bell);
        }
    }

    private void WaitForSomebody()
    {
        lock (_bell)
        {
            while (Volatile.Read(ref _state) == Somebody)
                Monitor.Wait(_bell);
        }
    }
}
