namespace ConcurrencyKatas.PublishOnce;

/// <summary>A value that is made once, when it is first asked for, and then shared by all callers.</summary>
/// <typeparam name="T">What it is; a struct and null are values as well.</typeparam>
/// <param name="create">
/// Makes the value. It may take long, and it may fail: then the next caller tries again.
/// </param>
public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private bool _ready;
    private T _value = default!;

    /// <summary>
    /// The value. The first caller makes it, those who come meanwhile wait for it, and all later ones get it without waiting. May be
    /// read by many threads at once.
    /// </summary>
    /// <exception cref="Exception">What <c>create</c> failed with, as it was thrown, for the caller who ran it and nobody else.</exception>
    public T Value
    {
        get
        {
            if (!_ready)
            {
                lock (_gate)
                {
                    if (!_ready)
                    {
                        _value = create();
                        _ready = true;
                    }
                }
            }

            return _value;
        }
    }
}
