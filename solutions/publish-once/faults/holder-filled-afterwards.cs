// Fault: an empty holder is published, and filled afterwards: its reference orders only what was before.
// Verdict: DataRace
// Fails: once, published, failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile Holder? _holder;

    public T Value
    {
        get
        {
            if (_holder is null)
            {
                lock (_gate)
                {
                    if (_holder is null)
                    {
                        _holder = new Holder();
                        try
                        {
                            _holder.Value = create();
                        }
                        catch
                        {
                            _holder = null;
                            throw;
                        }
                    }
                }
            }

            return _holder.Value;
        }
    }

    private sealed class Holder
    {
        public T Value { get; set; } = default!;
    }
}
