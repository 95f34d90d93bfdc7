using System.Diagnostics;

namespace ConcurrencyKatas.SpawnFirst.Suite;

/// <summary>Sources as the submission meets them, which keep a record of what happens. Times are virtual, counted from here.</summary>
/// <param name="lengths">How long each part takes, in the order of <see cref="Part"/>.</param>
internal sealed class Sources(params TimeSpan[] lengths) : ISources
{
    private readonly int _edition = Inputs.Draw().Next(100, 900);
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(Part Part, TimeSpan At)> _asked = [];
    private readonly Activity _activity = new();
    private TimeSpan _lastEnd;
    private int _underWay;
    private string? _profile;

    /// <summary>What each part fails with; those that are not in it succeed.</summary>
    public Dictionary<Part, Exception> Failures { get; init; } = [];

    /// <summary>Whether failures are thrown at once, before there is a task.</summary>
    public bool AtOnce { get; init; }

    /// <summary>Tells this page from another one that is made at the same time.</summary>
    public string Edition { get; init; } = "";

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>What was asked and when, in order.</summary>
    public (Part Part, TimeSpan At)[] Asked => Locked(() => _asked.ToArray());

    /// <summary>How many have begun and not ended.</summary>
    public int UnderWay => Locked(() => _underWay);

    /// <summary>When the last part ended, with or without a failure.</summary>
    public TimeSpan LastEnd => Locked(() => _lastEnd);

    /// <summary>What the offers were asked for.</summary>
    public string? ProfileOfOffers => Locked(() => _profile);

    /// <summary>The page that these sources make.</summary>
    public Page Page => new(Says(Part.Layout), Says(Part.Profile), Says(Part.Orders), Says(Part.News), Says(Part.Offers));

    /// <summary>The time of the longest chain.</summary>
    public TimeSpan LongestChain =>
        ((TimeSpan[])[Length(Part.Profile) + Length(Part.Offers), Length(Part.Orders), Length(Part.News), Length(Part.Layout)]).Max();

    public TimeSpan Length(Part part) => lengths[(int)part];

    /// <summary>How much goes on from now; 0 when everything has ended.</summary>
    public Task<int> AfterwardsAsync() => _activity.AfterwardsAsync();

    public Task<string> ProfileAsync() => Ask(Part.Profile);

    public Task<string> OrdersAsync() => Ask(Part.Orders);

    public Task<string> NewsAsync() => Ask(Part.News);

    public Task<string> OffersAsync(string profile)
    {
        Locked(() => _profile = profile);
        return Ask(Part.Offers);
    }

    public string Layout()
    {
        Begin(Part.Layout);
        if (!AtOnce)
            Thread.Sleep(Length(Part.Layout));
        return End(Part.Layout);
    }

    private string Says(Part part) => $"{part} {Edition} {_edition + (11 * (int)part)}";

    private Task<string> Ask(Part part)
    {
        Begin(part);
        return AtOnce && Failures.ContainsKey(part) ? Task.FromResult(End(part)) : AnswerAsync(part);
    }

    private async Task<string> AnswerAsync(Part part)
    {
        await Task.Delay(Length(part));
        return End(part);
    }

    private void Begin(Part part)
    {
        _activity.Note();
        Locked(() =>
        {
            _asked.Add((part, _watch.Elapsed));
            return ++_underWay;
        });
    }

    private string End(Part part)
    {
        _activity.Note();
        Locked(() =>
        {
            _lastEnd = _watch.Elapsed;
            return --_underWay;
        });
        return Failures.TryGetValue(part, out var failure) ? throw failure : Says(part);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
