using System.Diagnostics;
using Interleaving;

namespace ConcurrencyKatas.Kitchen.Suite;

/// <summary>
/// A kitchen that keeps a record. What is noted in passing is volatile, so that a submission is told in words what went wrong. Times are
/// virtual.
/// </summary>
/// <param name="vegetables">How many vegetables there are.</param>
/// <param name="cooks">How many cooks there are; for the time that they stood idle.</param>
internal sealed class Home(int vegetables, int cooks) : IKitchen
{
    private readonly Tally _chopped = new(vegetables);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _on;
    private int _underWay;
    private int _begun;
    private int _choppedTooEarly;

    public TimeSpan Boiling { get; init; } = TimeSpan.FromSeconds(3);

    public TimeSpan Roasting { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a cut takes: the first to be begun is 0, whichever vegetable it is.</summary>
    public Func<int, TimeSpan> Cut { get; init; } = static _ => TimeSpan.FromSeconds(1);

    /// <summary>What the pot fails with when its time is over; null for success.</summary>
    public Exception? BadPot { get; init; }

    /// <summary>What the oven fails with when its time is over; null for success.</summary>
    public Exception? BadOven { get; init; }

    /// <summary>What a cut fails with when its time is over, by the order of beginning; null for success.</summary>
    public Func<int, Exception?> BadCut { get; init; } = static _ => null;

    /// <summary>Whether pot and oven throw before they have given back a task.</summary>
    public bool IsHasty { get; init; }

    public InFlight Cuts { get; } = new(cooks, vegetables);

    public Activity Activity { get; } = new();

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Pot, oven and knives that are under way now.</summary>
    public int UnderWay => Volatile.Read(ref _underWay);

    public int PutOn => Volatile.Read(ref _on);

    public bool IsAllOnBeforeTheFirstCut => Volatile.Read(ref _choppedTooEarly) == 0;

    public bool IsEachChoppedOnce => _chopped.IsOnceEach;

    public bool IsNothingDoneTwice => PutOn <= 2 && Enumerable.Range(0, vegetables).All(vegetable => _chopped[vegetable] <= 1);

    public Task BoilAsync() => Put(Boiling, BadPot);

    public Task RoastAsync() => Put(Roasting, BadOven);

    public void Chop(int vegetable)
    {
        _chopped.Add(vegetable);
        var number = Interlocked.Increment(ref _begun) - 1;
        if (PutOn != 2)
            Volatile.Write(ref _choppedTooEarly, 1);
        Activity.Note();
        Interlocked.Increment(ref _underWay);
        Cuts.Enter();
        Thread.Sleep(Cut(number));
        Cuts.Leave();
        Interlocked.Decrement(ref _underWay);
        Activity.Note();
        if (BadCut(number) is { } failure)
            throw failure;
    }

    private Task Put(TimeSpan duration, Exception? failure)
    {
        Interlocked.Increment(ref _on);
        Activity.Note();
        return IsHasty && failure is not null ? throw failure : PutAsync(duration, failure);
    }

    private async Task PutAsync(TimeSpan duration, Exception? failure)
    {
        Interlocked.Increment(ref _underWay);
        await Task.Delay(duration);
        Interlocked.Decrement(ref _underWay);
        Activity.Note();
        if (failure is not null)
            throw failure;
    }
}
