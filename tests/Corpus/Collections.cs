using System.Collections.Concurrent;

namespace Corpus;

/// <summary>Concurrent collections, and what between two calls on them may happen.</summary>
public static class Collections
{
    private static readonly ConcurrentDictionary<string, int> Counts = new();
    private static int made;

    [Correct]
    public static void Count_updated_as_a_whole()
    {
        Twice(() => Counts.AddOrUpdate("a", 1, (_, count) => count + 1));
        Expect(2, Counts["a"]);
    }

    [Broken(FailureKind.Assertion)]
    public static void Count_read_then_written()
    {
        Counts["a"] = 0;
        Twice(() => Counts["a"]++);
        Expect(2, Counts["a"]);
    }

    [Correct]
    public static void Added_if_not_there()
    {
        Twice(() =>
        {
            if (Counts.TryAdd("a", 1))
                Interlocked.Increment(ref made);
        });
        Expect(1, made);
    }

    [Broken(FailureKind.Assertion)]
    public static void Looked_up_then_added()
    {
        Twice(() =>
        {
            if (!Counts.ContainsKey("a"))
            {
                Counts["a"] = 1;
                Interlocked.Increment(ref made);
            }
        });
        Expect(1, made);
    }

    [Correct]
    public static void Made_once_by_a_lazy_value()
    {
        var cache = new ConcurrentDictionary<string, Lazy<int>>();
        Twice(() => Expect(7, cache.GetOrAdd("a", _ => new Lazy<int>(Make)).Value));
        Expect(1, made);
    }

    [Broken(FailureKind.Assertion)]
    public static void Made_twice_by_the_factory()
    {
        Twice(() => Expect(7, Counts.GetOrAdd("a", _ => Make())));
        Expect(1, made);
    }

    [Correct]
    public static void Updated_by_comparison()
    {
        Counts["a"] = 0;
        Twice(() =>
        {
            int seen;
            do
                seen = Counts["a"];
            while (!Counts.TryUpdate("a", seen + 1, seen));
        });
        Expect(2, Counts["a"]);
    }

    [Broken(FailureKind.Assertion)]
    public static void Removed_between_lookup_and_use()
    {
        Counts["a"] = 1;
        Together(() => Counts.TryRemove("a", out _), () =>
        {
            if (Counts.ContainsKey("a"))
                Expect(1, Counts["a"]);
        });
    }

    [Correct]
    public static void Lists_inside_are_locked() => Lists(list =>
    {
        lock (list)
            list.Add(1);
    });

    [Broken(FailureKind.DataRace)]
    public static void Lists_inside_are_not() => Lists(list => list.Add(1));

    [Correct]
    public static void Dictionary_that_is_only_read()
    {
        var table = new Dictionary<int, string> { [1] = "one" };
        Twice(() => Expect("one", table[1]));
    }

    [Broken(FailureKind.DataRace)]
    public static void Dictionary_that_is_written()
    {
        var table = new Dictionary<int, string>();
        Together(() => table[1] = "one", () => table[2] = "two");
        Expect(2, table.Count);
    }

    [Correct]
    public static void Queue_that_may_be_empty()
    {
        var queue = new ConcurrentQueue<int>([1]);
        var taken = 0;
        Twice(() =>
        {
            if (queue.TryDequeue(out var item))
                Interlocked.Add(ref taken, item);
        });
        Expect(1, taken);
    }

    [Broken(FailureKind.Assertion)]
    public static void Queue_that_was_not_empty()
    {
        var queue = new ConcurrentQueue<int>([1]);
        Twice(() =>
        {
            if (!queue.IsEmpty)
                Expect(queue.TryDequeue(out _));
        });
    }

    [Correct]
    public static void Stack_and_bag()
    {
        var stack = new ConcurrentStack<int>();
        var bag = new ConcurrentBag<int>();
        Together(() => stack.Push(1), () => stack.Push(2), () => bag.Add(3));
        Expect(6, stack.Sum() + bag.Sum());
    }

    [Broken(FailureKind.Assertion)]
    public static void Stack_in_the_order_of_the_code()
    {
        var stack = new ConcurrentStack<int>();
        Together(() => stack.Push(1), () => stack.Push(2));
        Expect(stack.TryPop(out var top) && top == 2);
    }

    [Correct]
    public static void Consumer_told_of_the_end()
    {
        using var items = new BlockingCollection<int>(1);
        var sum = 0;
        Together(
            () =>
            {
                items.Add(1);
                items.Add(2);
                items.CompleteAdding();
            },
            () =>
            {
                foreach (var item in items.GetConsumingEnumerable())
                    sum += item;
            });
        Expect(3, sum);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Consumer_not_told_of_the_end()
    {
        using var items = new BlockingCollection<int>(1);
        Together(() => items.Add(1), () =>
        {
            foreach (var item in items.GetConsumingEnumerable())
                Expect(1, item);
        });
    }

    [Correct]
    public static async Task A_view_is_made_beside_a_change_and_read_after_it()
    {
        List<int> numbers = [1];
        var adding = Task.Run(() => numbers.Add(2));
        var view = numbers.AsReadOnly();
        await adding;
        Expect(2, view.Count);
    }

    private static int Make()
    {
        Interlocked.Increment(ref made);
        return 7;
    }

    private static void Lists(Action<List<int>> add)
    {
        var lists = new ConcurrentDictionary<string, List<int>>();
        Twice(() => add(lists.GetOrAdd("a", _ => [])));
        Expect(2, lists["a"].Count);
    }
}
