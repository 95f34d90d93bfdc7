// Fault: Lazy<T>, which is to be built here; it keeps a failure for everybody.
// Verdict: PolicyViolation
// Fails: *
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private readonly Lazy<T> _value = new(create);

    public T Value
    {
        get
        {
            return _value.Value;
        }
    }
}
