using Interleaving;

namespace ConcurrencyKatas.PublishOnce.Suite;

/// <summary>
/// Makes values, and counts how often and how many at once. It counts by a tally, which orders nobody, so that races of the submission
/// stay visible.
/// </summary>
/// <param name="make">The value of the n-th try, counted from 1; it may throw.</param>
/// <param name="time">How long a try takes, in virtual time.</param>
internal sealed class Maker<T>(Func<int, T> make, TimeSpan time = default)
{
    private readonly Tally _begun = new(1);
    private readonly Tally _ended = new(1);
    private readonly Tally _beside = new(1);

    public int Tries => _begun[0];

    /// <summary>Whether a try was begun while another one was going on.</summary>
    public bool WasBeside => _beside[0] > 0;

    public T Create()
    {
        if (_begun[0] != _ended[0])
            _beside.Add(0);
        _begun.Add(0);
        var number = _begun[0];
        try
        {
            if (time > TimeSpan.Zero)
                Thread.Sleep(time);
            else
                Thread.Yield();
            return make(number);
        }
        finally
        {
            _ended.Add(0);
        }
    }
}
