using Interleaving;

namespace ConcurrencyKatas.Amdahl.Suite;

/// <summary>
/// A darkroom in virtual time, where developing holds its thread. It counts by tallies, which order nobody, so that races of the
/// submission stay visible.
/// </summary>
internal sealed class WatchedDarkroom(int negatives, int first) : IDarkroom
{
    private readonly Tally _serial = new(2);
    private readonly Tally _begun = new(negatives);
    private readonly Tally _ended = new(negatives);
    private readonly Tally _trouble = new(2);

    /// <summary>The negative that takes longest.</summary>
    public int Slow { get; init; } = -1;

    /// <summary>Developing takes no time, but others may come in between.</summary>
    public bool TakesNoTime { get; init; }

    public Func<int, Exception?> Failure { get; init; } = _ => null;

    public Exception? UnpackingFailure { get; init; }

    public Exception? BindingFailure { get; init; }

    public int Unpacked => _serial[0];

    public int Bound => _serial[1];

    public long Developed => _begun.Total;

    public long AtWork => _begun.Total - _ended.Total;

    public bool IsOnceEach => _begun.IsOnceEach;

    public bool IsOnceAtMost => Enumerable.Range(0, negatives).All(negative => _begun[negative] <= 1);

    public bool DevelopedTooSoon => _trouble[0] > 0;

    public bool BoundTooSoon => _trouble[1] > 0;

    public string[] Album { get; private set; } = [];

    public string[] Expected => [.. Enumerable.Range(0, negatives).Select(Print)];

    public int Unpack()
    {
        Pause(TimeSpan.FromSeconds(1));
        _serial.Add(0);
        return UnpackingFailure is null ? negatives : throw UnpackingFailure;
    }

    public string Develop(int negative)
    {
        if (Unpacked == 0)
            _trouble.Add(0);
        _begun.Add(negative);
        try
        {
            Pause(TimeSpan.FromSeconds(negative == Slow ? 2 * negatives : negatives - negative));
            return Failure(negative) is { } failure ? throw failure : Print(negative);
        }
        finally
        {
            _ended.Add(negative);
        }
    }

    public void Bind(IReadOnlyList<string> prints)
    {
        if (!_ended.IsOnceEach)
            _trouble.Add(1);
        _serial.Add(1);
        if (BindingFailure is not null)
            throw BindingFailure;
        Album = [.. prints];
    }

    private void Pause(TimeSpan time)
    {
        if (TakesNoTime)
            Thread.Yield();
        else
            Thread.Sleep(time);
    }

    /// <summary>All differ, and their order is neither that of their texts nor that of their numbers.</summary>
    private string Print(int negative) => $"print {(first + negative) * 7_919 % 10_007}";
}
