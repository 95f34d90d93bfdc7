// Fault: one value for all of the same type.
// Verdict: WrongAnswer
// Fails: once, failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private static readonly Lock s_gate = new();
    private static volatile bool s_ready;
    private static T s_value = default!;

    public T Value
    {
        get
        {
            if (!s_ready)
            {
                lock (s_gate)
                {
                    if (!s_ready)
                    {
                        s_value = create();
                        s_ready = true;
                    }
                }
            }

            return s_value;
        }
    }
}
