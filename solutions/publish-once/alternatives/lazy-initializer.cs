// Alternative: LazyInitializer with a flag and a lock of its own.
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private object? _gate;
    private bool _ready;
    private T _value = default!;

    public T Value
    {
        get
        {
            return LazyInitializer.EnsureInitialized(ref _value!, ref _ready, ref _gate, create);
        }
    }
}
