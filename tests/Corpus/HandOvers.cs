using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Corpus;

/// <summary>What the platform keeps for one and gives to another: pools, tables, patterns; and timers, which are ordered by time.</summary>
public static partial class HandOvers
{
    private static int total;

    [Correct]
    public static async Task Array_of_a_pool_used_by_one_at_a_time()
    {
        var pool = ArrayPool<int>.Create(16, 4);
        var results = await Task.WhenAll(Task.Run(() => Double(pool, 1)), Task.Run(() => Double(pool, 2)));
        Expect(2, results[0]);
        Expect(4, results[1]);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Array_of_a_pool_used_after_it_was_given_back()
    {
        var pool = ArrayPool<int>.Create(16, 4);
        var array = pool.Rent(16);
        pool.Return(array);
        var other = Task.Run(() => Double(pool, 2));
        array[0] = 1;
        Expect(4, await other);
    }

    [Correct]
    public static async Task Array_given_back_by_one_of_two() =>
        await Hand_back_by_two(static (ref int[]? array) => Interlocked.Exchange(ref array, null));

    [Broken(FailureKind.DataRace)]
    public static async Task Array_given_back_by_both() =>
        await Hand_back_by_two(static (ref int[]? array) =>
        {
            var mine = Volatile.Read(ref array);
            Volatile.Write(ref array, null);
            return mine;
        });

    [Correct]
    public static async Task Object_of_a_table_seen_whole()
    {
        var (table, key) = (new ConditionalWeakTable<object, int[]>(), new object());
        await Task.WhenAll(
            Task.Run(() =>
            {
                var item = new int[1];
                item[0] = 7;
                table.Add(key, item);
            }),
            Task.Run(() =>
            {
                if (table.TryGetValue(key, out var item))
                    Expect(7, item[0]);
            }));
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Object_of_a_table_filled_after_it_was_added()
    {
        var (table, key) = (new ConditionalWeakTable<object, int[]>(), new object());
        await Task.WhenAll(
            Task.Run(() =>
            {
                var item = new int[1];
                table.Add(key, item);
                item[0] = 7;
            }),
            Task.Run(() =>
            {
                if (table.TryGetValue(key, out var item))
                    Expect(7, item[0]);
            }));
    }

    [Correct]
    public static async Task Pattern_made_by_the_compiler_used_by_two()
    {
        var found = await Task.WhenAll(Task.Run(() => Digits().Match("a1").Value), Task.Run(() => Digits().Match("b22").Value));
        Expect("1", found[0]);
        Expect("22", found[1]);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Pattern_whose_evaluator_counts()
    {
        string Counted(Match match)
        {
            total++;
            return match.Value;
        }

        await Task.WhenAll(Task.Run(() => Digits().Replace("1", Counted)), Task.Run(() => Digits().Replace("2", Counted)));
        Expect(2, total);
    }

    [Correct]
    public static async Task Timers_of_two_instants()
    {
        await using var first = new Timer(_ => total = 1, null, 100, Timeout.Infinite);
        await using var second = new Timer(_ => Expect(1, total), null, 200, Timeout.Infinite);
        await Task.Delay(1_000);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Timers_of_one_instant()
    {
        await using var first = new Timer(_ => total = 1, null, 100, Timeout.Infinite);
        await using var second = new Timer(_ => total = 2, null, 100, Timeout.Infinite);
        await Task.Delay(1_000);
    }

    [Correct]
    public static async Task Timer_that_counts_its_own_ticks()
    {
        await using var timer = new Timer(_ => total++, null, 100, 100);
        await Task.Delay(350);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Timer_whose_ticks_overlap()
    {
        await using var timer = new Timer(
            _ =>
            {
                Thread.Sleep(250);
                total++;
            },
            null,
            100,
            100);
        await Task.Delay(1_000);
    }

    private delegate int[]? Taking(ref int[]? array);

    private static async Task Hand_back_by_two(Taking take)
    {
        var pool = ArrayPool<int>.Create(16, 4);
        int[]? shared = pool.Rent(16);
        void HandBack()
        {
            if (take(ref shared) is { } array)
                pool.Return(array);
        }

        await Task.WhenAll(Task.Run(HandBack), Task.Run(HandBack));
        var results = await Task.WhenAll(Task.Run(() => Double(pool, 1)), Task.Run(() => Double(pool, 2)));
        Expect(2, results[0]);
        Expect(4, results[1]);
    }

    private static int Double(ArrayPool<int> pool, int number)
    {
        var array = pool.Rent(16);
        array[0] = number;
        var result = array[0] * 2;
        pool.Return(array);
        return result;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
