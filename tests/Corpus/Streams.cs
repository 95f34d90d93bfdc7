using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Corpus;

/// <summary>Iterators and async streams: who pulls, who disposes, who cancels.</summary>
public static class Streams
{
    private static readonly Lock Gate = new();
    private static int total;
    private static int open;

    [Correct]
    public static async Task Produced_ahead()
    {
        await foreach (var number in Ahead(Numbers(3)))
            total += number;
        Expect(6, total);
        Expect(0, Volatile.Read(ref open));
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Produced_ahead_into_the_sum_of_the_consumer()
    {
        await foreach (var number in Ahead(Counted()))
            total += number;

        static async IAsyncEnumerable<int> Counted()
        {
            for (var i = 1; i <= 2; i++)
            {
                await Task.Yield();
                total++;
                yield return i;
            }
        }
    }

    [Correct]
    public static async Task Left_early_and_disposed()
    {
        await foreach (var number in Numbers(10))
        {
            if (number == 2)
                break;
        }

        Expect(0, open);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Left_early_and_not_disposed()
    {
        var numbers = Numbers(10).GetAsyncEnumerator();
        while (await numbers.MoveNextAsync())
        {
            if (numbers.Current == 2)
                break;
        }

        Expect(0, open);
    }

    [Correct]
    public static async Task Cancelled_by_its_reader()
    {
        using var source = new CancellationTokenSource();
        var seen = 0;
        try
        {
            await foreach (var tick in Ticks().WithCancellation(source.Token))
            {
                if (++seen == 3)
                    await source.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            Expect(0, open);
        }

        Expect(3, seen);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Cancelled_by_a_clock_of_its_own()
    {
        using var source = new CancellationTokenSource(30);
        var seen = 0;
        try
        {
            await foreach (var tick in Ticks().WithCancellation(source.Token))
                seen++;
        }
        catch (OperationCanceledException)
        {
            Expect(0, open);
        }

        Expect(3, seen);
    }

    [Correct]
    public static void Iterator_for_each() => Twice(() =>
    {
        foreach (var square in Squares(3))
            Interlocked.Add(ref total, square);
    });

    [Broken(FailureKind.DataRace)]
    public static void Iterator_for_both()
    {
        using var squares = Squares(3).GetEnumerator();
        Twice(() =>
        {
            while (squares.MoveNext())
                Interlocked.Add(ref total, squares.Current);
        });
    }

    [Correct]
    public static void Iterator_for_both_under_a_lock()
    {
        using var squares = Squares(3).GetEnumerator();
        Twice(() =>
        {
            while (Next(out var square))
                Interlocked.Add(ref total, square);
        });
        Expect(14, total);

        bool Next(out int square)
        {
            lock (Gate)
            {
                var more = squares.MoveNext();
                square = more ? squares.Current : 0;
                return more;
            }
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Iterator_for_both_with_its_current_outside_of_the_lock()
    {
        using var squares = Squares(3).GetEnumerator();
        Twice(() =>
        {
            while (Moved())
                Interlocked.Add(ref total, squares.Current);
        });

        bool Moved()
        {
            lock (Gate)
                return squares.MoveNext();
        }
    }

    [Correct]
    public static async Task Merged_from_two()
    {
        var merged = Channel.CreateBounded<int>(1);
        var pumps = Together(() => Pump(Numbers(2)), () => Pump(Numbers(3))).ContinueWith(done => merged.Writer.Complete(done.Exception));
        await foreach (var number in merged.Reader.ReadAllAsync())
            total += number;
        await pumps;
        Expect(9, total);

        async Task Pump(IAsyncEnumerable<int> from)
        {
            await foreach (var number in from)
                await merged.Writer.WriteAsync(number);
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Merged_from_two_before_anybody_reads()
    {
        var merged = Channel.CreateBounded<int>(1);
        await Together(() => Pump(Numbers(2)), () => Pump(Numbers(3)));
        merged.Writer.Complete();
        await foreach (var number in merged.Reader.ReadAllAsync())
            total += number;

        async Task Pump(IAsyncEnumerable<int> from)
        {
            await foreach (var number in from)
                await merged.Writer.WriteAsync(number);
        }
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        Interlocked.Increment(ref open);
        try
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private static async IAsyncEnumerable<long> Ticks([EnumeratorCancellation] CancellationToken token = default)
    {
        for (var tick = 0L; ; tick++)
        {
            await Task.Delay(10, token);
            yield return tick;
        }
    }

    private static IEnumerable<int> Squares(int count)
    {
        for (var i = 1; i <= count; i++)
            yield return i * i;
    }

    private static async IAsyncEnumerable<int> Ahead(IAsyncEnumerable<int> slow)
    {
        var ready = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var pump = Task.Run(async () =>
        {
            try
            {
                await foreach (var number in slow)
                    ready.Writer.TryWrite(number);
            }
            finally
            {
                ready.Writer.Complete();
            }
        });
        await foreach (var number in ready.Reader.ReadAllAsync())
            yield return number;
        await pump;
    }
}
