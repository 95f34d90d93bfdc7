namespace ConcurrencyKatas.PublishOnce;

/// <summary>A value that is made when it is first asked for, once, and then shared by everybody.</summary>
/// <typeparam name="T">What it is; a struct and null are values as well.</typeparam>
/// <param name="create">
/// Makes the value. It may take long, and it may fail: then the next who asks tries again.
/// </param>
public sealed class Once<T>(Func<T> create)
{
    private readonly Lock _gate = new();
    private volatile bool _ready;
    private T _value = default!;

    /// <summary>
    /// The value. Whoever asks first makes it, whoever asks meanwhile waits for it, and everybody else gets it without waiting. May be
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
