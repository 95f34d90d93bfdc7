// Fault: each makes one, and the first to put theirs into the field wins: create runs twice.
// Verdict: WrongAnswer
// Fails: once, failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private Holder? _holder;

    public T Value
    {
        get
        {
            if (Volatile.Read(ref _holder) is { } there)
                return there.Value;
            var mine = new Holder(create());
            return (Interlocked.CompareExchange(ref _holder, mine, null) ?? mine).Value;
        }
    }

    private sealed class Holder(T value)
    {
        public T Value { get; } = value;
    }
}
