using System.Collections.Immutable;
using System.Diagnostics;
using Interleaving;

namespace ConcurrencyKatas.BoundedBuffer.Suite;

/// <summary>
/// A shelf, and the history of the calls that are made of it, which must be that of a queue with so much room: the writing down orders nothing.
/// </summary>
/// <param name="capacity">How much room there is.</param>
/// <param name="counts">Whether only the number of items matters, and not which of them is taken.</param>
/// <param name="anyRoom">Whether it does not matter how much room there is.</param>
internal sealed class Bakery(int capacity, bool counts = false, bool anyRoom = false)
{
    private readonly Shelf<int> _shelf = new(capacity);
    private readonly History<(ImmutableList<int> Items, bool Closed)> _history = new(([], false));

    /// <summary>Puts these, one after another, on a thread of their own.</summary>
    public Task PutAsync(params int[] items) => Task.Run(() =>
    {
        foreach (var item in items)
            Put(item);
    });

    /// <summary>Takes so many, one after another, on a thread of its own.</summary>
    public Task<int[]> TakeAsync(int count) => Task.Run(() =>
    {
        var taken = new int[count];
        for (var i = 0; i < count; i++)
            taken[i] = Take() ?? throw new AssertionException(Wording.SentAway);
        return taken;
    });

    public void Put(int item) => _history.Call(
        $"Put({item})",
        () => _shelf.Put(item),
        state => state.Closed ? throw new InvalidOperationException() : (state.Items.Add(item), false),
        state => anyRoom || state.Closed || state.Items.Count < capacity);

    /// <summary>What is taken; null when there is nothing and never will be.</summary>
    public int? Take()
    {
        if (!counts)
        {
            return _history.Call(
                "TryTake()",
                TakeOne,
                state => state.Items is [var first, ..] ? ((state.Items.RemoveAt(0), state.Closed), (int?)first) : (state, null),
                IsAnswered);
        }

        int? taken = null;
        _history.Call(
            "TryTake()", () => { taken = TakeOne(); }, state => state.Items.IsEmpty ? state : (state.Items.RemoveAt(0), state.Closed), IsAnswered);
        return taken;

        int? TakeOne() => _shelf.TryTake(out var item) ? item : null;

        static bool IsAnswered((ImmutableList<int> Items, bool Closed) state) => state.Closed || !state.Items.IsEmpty;
    }

    public void Close() => _history.Call("Close()", _shelf.Close, state => (state.Items, true));

    /// <summary>Puts one, and says whether it was accepted.</summary>
    public bool TryPut(int item)
    {
        try
        {
            Put(item);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Fails when no order of the calls explains what they gave.</summary>
    public void IsExplained()
    {
        try
        {
            _history.ShouldBeLinearizable();
        }
        catch (NotLinearizableException)
        {
            Claim.That(holds: false, Wording.NoOrder);
        }
    }

    /// <summary>When something ended, from now on, in virtual time.</summary>
    public static Task<TimeSpan> EndAsync(Action work)
    {
        var watch = Stopwatch.StartNew();
        return Task.Run(() =>
        {
            work();
            return watch.Elapsed;
        });
    }
}
