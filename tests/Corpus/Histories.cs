using System.Collections.Immutable;

namespace Corpus;

/// <summary>Calls whose results are held against a sequential specification.</summary>
public static class Histories
{
    private static readonly Lock Gate = new();
    private static readonly Queue<int> Items = new();
    private static int value;

    [Correct]
    public static void A_number_that_is_drawn_under_one_lock() => Draw(() =>
    {
        lock (Gate)
            return ++value;
    });

    [Broken(FailureKind.Assertion)]
    public static void A_number_that_is_read_under_a_second_lock() => Draw(() =>
    {
        lock (Gate)
            value++;
        lock (Gate)
            return value;
    });

    [Correct]
    public static void A_queue_that_is_asked_under_one_lock() => Serve(() =>
    {
        lock (Gate)
            return Items.TryDequeue(out var item) ? item : 0;
    });

    [Broken(FailureKind.Assertion)]
    public static void A_queue_that_is_looked_at_first() => Serve(() =>
    {
        int item;
        lock (Gate)
        {
            if (!Items.TryPeek(out item))
                return 0;
        }

        lock (Gate)
            Items.TryDequeue(out _);
        return item;
    });

    [Correct]
    public static Task A_place_that_is_waited_for() => Rent((gate, token) => gate.WaitAsync(token));

    [Broken(FailureKind.Assertion)]
    public static Task A_place_that_a_cancelled_wait_keeps() => Rent(async (gate, token) =>
    {
        await gate.WaitAsync(CancellationToken.None);
        token.ThrowIfCancellationRequested();
    });

    [Correct]
    public static async Task A_call_that_has_taken_effect_and_never_returns()
    {
        var history = new History<int>(0);
        var never = new TaskCompletionSource();
        _ = history.CallAsync("Set(1)", () => { Volatile.Write(ref value, 1); return never.Task; }, _ => 1);
        await Task.Run(() => history.Call("Get()", () => Volatile.Read(ref value), state => (state, state)));
        history.ShouldBeLinearizable();
    }

    [Broken(FailureKind.Assertion)]
    public static async Task A_call_that_has_taken_effect_before_it_is_made()
    {
        var history = new History<int>(0);
        Volatile.Write(ref value, 1);
        await Task.Run(() => history.Call("Get()", () => Volatile.Read(ref value), state => (state, state)));
        await Task.Run(() => history.Call("Set(1)", () => Volatile.Write(ref value, 1), _ => 1));
        history.ShouldBeLinearizable();
    }

    private static void Draw(Func<int> draw)
    {
        var history = new History<int>(0);
        Twice(() => history.Call("Draw()", draw, last => (last + 1, last + 1)));
        history.ShouldBeLinearizable();
    }

    private static void Serve(Func<int> take)
    {
        var history = new History<ImmutableQueue<int>>([]);
        Together(
            () =>
            {
                foreach (var item in (int[])[1, 2])
                {
                    history.Call($"Put({item})", () =>
                    {
                        lock (Gate)
                            Items.Enqueue(item);
                    }, items => items.Enqueue(item));
                }
            },
            Take,
            Take);
        Take();
        history.ShouldBeLinearizable();

        void Take() => history.Call("Take()", take, items => items.IsEmpty ? (items, 0) : (items.Dequeue(out var first), first));
    }

    /// <summary>One of two who want the only place may give up; in the end it is free, or it is not.</summary>
    private static async Task Rent(Func<SemaphoreSlim, CancellationToken, Task> wait)
    {
        using var gate = new SemaphoreSlim(1);
        using var source = new CancellationTokenSource();
        var history = new History<int>(1);
        await Together(
            async () =>
            {
                try
                {
                    await history.CallAsync("Wait(token)", () => wait(gate, source.Token), free => free - 1, when: free => free > 0);
                    history.Call("Release()", () => gate.Release(), free => (free + 1, free));
                }
                catch (OperationCanceledException)
                {
                    // It has no place.
                }
            },
            () => Task.Run(source.Cancel));
        history.Call("Count", () => gate.CurrentCount, free => (free, free));
        history.ShouldBeLinearizable();
    }
}
