// Alternative: the way to the value is a delegate that is replaced: first one that makes it, then one that has it.
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Func<T> _create;
    private volatile Func<T> _get;

    public Once(Func<T> create)
    {
        _create = create;
        _get = Make;
    }

    public T Value => _get();

    private T Make()
    {
        _turn.Wait();
        try
        {
            if (_get != Make)
                return _get();
            var value = _create();
            _get = () => value;
            return value;
        }
        finally
        {
            _turn.Release();
        }
    }
}
