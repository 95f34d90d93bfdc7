// Alternative: no flag: a reference to a holder, assigned once under the lock and read once outside; it publishes what it refers to.
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private Holder? _holder;

    public T Value
    {
        get
        {
            var holder = _holder;
            if (holder is null)
            {
                lock (_gate)
                    holder = _holder ??= new Holder(create());
            }

            return holder.Value;
        }
    }

    private sealed class Holder(T value)
    {
        public T Value { get; } = value;
    }
}
