using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace Corpus;

/// <summary>Containers of the platform that few programs use. What becomes of each is for the tests to say.</summary>
public static class RareContainers
{
    public static void Immutable_ones_that_are_replaced_atomically()
    {
        var list = ImmutableList<int>.Empty;
        var dictionary = ImmutableDictionary<int, int>.Empty;
        Parallel.Invoke(
            () => ImmutableInterlocked.Update(ref list, seen => seen.Add(1)),
            () => ImmutableInterlocked.Update(ref list, (seen, item) => seen.Add(item), 2));
        Expect(2, list.Count);
        Parallel.Invoke(
            () => ImmutableInterlocked.TryAdd(ref dictionary, 1, 1),
            () => ImmutableInterlocked.AddOrUpdate(ref dictionary, 1, 1, (_, old) => old + 1));
        ImmutableInterlocked.GetOrAdd(ref dictionary, 3, 4);
        Expect(2, dictionary.Count);
        Expect(ImmutableInterlocked.TryRemove(ref dictionary, 3, out var value) && value == 4);
    }

    public static void An_immutable_one_that_is_replaced_only_if_its_count_is_as_before()
    {
        var list = ImmutableList<int>.Empty;
        Parallel.Invoke(Go, Go);
        Expect(2, list.Count);

        void Go()
        {
            var count = Volatile.Read(ref list).Count;
            ImmutableInterlocked.Update(ref list, seen => seen.Count == count ? seen.Add(1) : seen);
        }
    }

    public static void Any_of_two_blocking_collections()
    {
        var first = new BlockingCollection<int>(1);
        var second = new BlockingCollection<int>(1);
        var both = new[] { first, second };
        var adding = Task.Run(() =>
        {
            BlockingCollection<int>.AddToAny(both, 1);
            BlockingCollection<int>.AddToAny(both, 2);
        });
        var sum = 0;
        for (var i = 0; i < 2; i++)
        {
            BlockingCollection<int>.TakeFromAny(both, out var taken);
            sum += taken;
        }

        adding.Wait();
        Expect(3, sum);
        Expect(-1, BlockingCollection<int>.TryTakeFromAny(both, out _));
    }

    public static async Task A_channel_with_priorities()
    {
        var channel = Channel.CreateUnboundedPrioritized<int>();
        await channel.Writer.WriteAsync(3);
        await channel.Writer.WriteAsync(1);
        channel.Writer.Complete();
        var seen = new List<int>();
        await foreach (var item in channel.Reader.ReadAllAsync())
            seen.Add(item);
        Expect(seen is [1, 3]);
    }

    public static void A_lazy_value_in_each_mode_for_threads()
    {
        foreach (var mode in new[] { LazyThreadSafetyMode.PublicationOnly, LazyThreadSafetyMode.ExecutionAndPublication })
        {
            var made = 0;
            var lazy = new Lazy<object>(
                () =>
                {
                    Interlocked.Increment(ref made);
                    return new object();
                },
                mode);
            object? first = null, second = null;
            Parallel.Invoke(() => first = lazy.Value, () => second = lazy.Value);
            Expect(first == second);
            Expect(mode != LazyThreadSafetyMode.ExecutionAndPublication || made == 1);
        }
    }

    public static void A_variable_that_is_initialised_lazily()
    {
        object? value = null;
        object? first = null, second = null;
        Parallel.Invoke(
            () => first = LazyInitializer.EnsureInitialized(ref value, () => new object()),
            () => second = LazyInitializer.EnsureInitialized(ref value, () => new object()));
        Expect(first == second);
    }
}
