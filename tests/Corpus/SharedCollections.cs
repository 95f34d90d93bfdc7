using System.Collections;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;

namespace Corpus;

/// <summary>Plain collections that several use, and what is derived from them. What becomes of each is for the tests to say.</summary>
public static class SharedCollections
{
    public static void An_enumerator_got_under_the_lock_and_moved_outside()
    {
        var list = new List<int> { 1, 2, 3 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                list.Add(2);
        });
        IEnumerator<int> enumerator;
        lock (gate)
            enumerator = ((IEnumerable<int>)list).GetEnumerator();
        while (enumerator.MoveNext())
            _ = enumerator.Current;
        adding.Wait();
    }

    public static void An_enumerator_that_is_a_struct_got_under_the_lock_and_moved_outside()
    {
        var list = new List<int> { 1, 2, 3 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                list.Add(2);
        });
        List<int>.Enumerator enumerator;
        lock (gate)
            enumerator = list.GetEnumerator();
        while (enumerator.MoveNext())
            _ = enumerator.Current;
        adding.Wait();
    }

    public static void An_enumerator_of_a_dictionary_got_under_the_lock_and_moved_outside()
    {
        var dictionary = new Dictionary<int, int> { [1] = 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                dictionary.Add(2, 2);
        });
        Dictionary<int, int>.Enumerator enumerator;
        lock (gate)
            enumerator = dictionary.GetEnumerator();
        while (enumerator.MoveNext())
            _ = enumerator.Current;
        adding.Wait();
    }

    public static void The_keys_of_a_dictionary_returned_from_the_lock()
    {
        var dictionary = new Dictionary<int, int> { [1] = 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                dictionary.Add(2, 2);
        });
        foreach (var key in Keys())
            _ = key;
        adding.Wait();

        IEnumerable<int> Keys()
        {
            lock (gate)
                return dictionary.Keys;
        }
    }

    public static void The_values_of_a_dictionary_returned_from_the_lock_and_counted()
    {
        var dictionary = new Dictionary<int, int> { [1] = 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                dictionary.Add(2, 2);
        });
        _ = Values().Count;
        adding.Wait();

        ICollection<int> Values()
        {
            lock (gate)
                return dictionary.Values;
        }
    }

    public static void A_query_returned_from_the_lock_and_made_a_list()
    {
        var list = new List<int> { 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                list.Add(2);
        });
        _ = Evens().ToList();
        adding.Wait();

        IEnumerable<int> Evens()
        {
            lock (gate)
                return list.Where(item => item % 2 == 0);
        }
    }

    public static void A_query_returned_from_the_lock_and_gone_through()
    {
        var list = new List<int> { 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                list.Add(2);
        });
        foreach (var item in Doubled())
            _ = item;
        adding.Wait();

        IEnumerable<int> Doubled()
        {
            lock (gate)
                return list.Select(item => item * 2);
        }
    }

    public static void A_query_made_a_list_under_the_lock()
    {
        var list = new List<int> { 1 };
        var gate = new object();
        var adding = Task.Run(() =>
        {
            lock (gate)
                list.Add(2);
        });
        foreach (var item in Evens())
            _ = item;
        adding.Wait();

        IEnumerable<int> Evens()
        {
            lock (gate)
                return list.Where(item => item % 2 == 0).ToList();
        }
    }

    public static void A_query_over_its_own_result()
    {
        IEnumerable<int> query = new List<int>();
        var list = (List<int>)query;
        for (var i = 0; i < 10; i++)
            query = query.Where(item => item > 0).Select(item => item).Concat(query);
        Parallel.Invoke(() => list.Add(1), () => query.Count());
    }

    public static void A_dictionary_looked_up_by_keys_of_another_type()
    {
        var dictionary = new Dictionary<string, int> { ["x"] = 0 };
        Parallel.Invoke(
            () =>
            {
                var lookup = dictionary.GetAlternateLookup<ReadOnlySpan<char>>();
                lookup["x"] = 1;
            },
            () =>
            {
                dictionary.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue("x", out _);
            });
    }

    public static void A_reference_to_a_value_of_a_dictionary()
    {
        var dictionary = new Dictionary<int, int>();
        Parallel.Invoke(
            () =>
            {
                CollectionsMarshal.GetValueRefOrAddDefault(dictionary, 1, out _)++;
            },
            () =>
            {
                CollectionsMarshal.GetValueRefOrAddDefault(dictionary, 1, out _)++;
            });
    }

    public static void A_derived_list_with_a_lock()
    {
        var log = new Log();
        Parallel.Invoke(() => log.Put(1), () => log.Put(2));
        Expect(2, log.Count);
    }

    public static void A_derived_collection_that_overrides_with_a_lock()
    {
        var items = new Guarded();
        Parallel.Invoke(() => items.Add(1), () => items.Add(2));
        Expect(2, items.Count);
    }

    public static void A_sequence_of_ones_own_with_a_lock()
    {
        var items = new Copied();
        Parallel.Invoke(() => items.Add(1), () => items.Add(2), () => items.Sum());
        Expect(2, items.Count());
    }

    public static void Delegates_of_the_methods_of_a_base_class()
    {
        var items = new ByDelegates();
        items.Add(1);
        Expect(items.Count == 1 && items.ToString() != "x");
    }

    private sealed class Log : List<int>
    {
        private readonly object gate = new();

        public void Put(int item)
        {
            lock (gate)
                base.Add(item);
        }
    }

    private sealed class Guarded : Collection<int>
    {
        private readonly object gate = new();

        protected override void InsertItem(int index, int item)
        {
            lock (gate)
                base.InsertItem(Count, item);
        }
    }

    private sealed class Copied : IEnumerable<int>
    {
        private readonly List<int> list = [];

        public void Add(int item)
        {
            lock (list)
                list.Add(item);
        }

        public IEnumerator<int> GetEnumerator()
        {
            lock (list)
                return list.ToList().GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class ByDelegates : Collection<int>
    {
        public override string ToString()
        {
            Func<string?> text = base.ToString;
            return text() ?? "";
        }

        protected override void InsertItem(int index, int item)
        {
            Action<int, int> insert = base.InsertItem;
            insert(index, item);
        }
    }
}
