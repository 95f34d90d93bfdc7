using System.Collections.Immutable;

namespace Corpus;

/// <summary>Parts of arrays, and collections that are published by a plain reference. What becomes of each is for the tests to say.</summary>
public static class PublishedCollections
{
    public static void Two_segments_of_an_array_that_do_not_overlap()
    {
        var numbers = new int[4];
        ArraySegment<int> first = new(numbers, 0, 2), second = new(numbers, 2, 2);
        IList<int> list = first;
        Parallel.Invoke(
            () =>
            {
                foreach (var item in (IEnumerable<int>)first)
                    _ = item;
                Expect(0, first.Sum());
                foreach (var item in first)
                    _ = item;
            },
            () => second[0] = list.Count);
    }

    public static void Immutable_copies_of_an_array()
    {
        var numbers = new int[] { 1, 2 };
        var copy = ImmutableArray.Create(numbers);
        ImmutableArray<int> longer = [.. numbers, 3];
        Parallel.Invoke(
            () => numbers[0] = 5,
            () => Expect(copy[0] == 1 && longer.Sum() == 6 && longer[2] == 3));
    }

    public static void An_immutable_list_that_is_replaced_under_a_lock()
    {
        var boxes = ImmutableList<Box>.Empty;
        var gate = new object();
        Parallel.Invoke(
            () => Add(1),
            () => Add(2),
            () =>
            {
                foreach (var box in boxes)
                    Expect(box.Number > 0);
            });
        Expect(2, boxes.Count);

        void Add(int number)
        {
            lock (gate)
            {
                var box = new Box();
                box.Number = number;
                boxes = boxes.Add(box);
            }
        }
    }

    public static void A_dictionary_of_lists_that_is_replaced_under_a_lock()
    {
        var boxes = new Dictionary<string, List<Box>>();
        var gate = new object();
        Parallel.Invoke(
            () => Add("a"),
            () => Add("b"),
            () =>
            {
                if (boxes.TryGetValue("a", out var list))
                    Expect(1, list[0].Number);
            });
        Expect(2, boxes.Count);

        void Add(string key)
        {
            lock (gate)
            {
                var copy = boxes.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
                var box = new Box();
                box.Number = 1;
                copy[key] = [box];
                boxes = copy;
            }
        }
    }

    private sealed class Box
    {
        public int Number;
    }
}
