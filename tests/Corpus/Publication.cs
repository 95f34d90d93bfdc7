namespace Corpus;

/// <summary>Objects that others get hold of by a plain field: what .NET's memory model orders, and what it does not.</summary>
public static class Publication
{
    private static readonly Lock Gate = new();
    private static Box? box;
    private static Box? other;
    private static string? text;
    private static bool ready;
    private static int value;
    private static int[]? numbers;
    private static (long First, long Second) wide;
    private static Snapshot snapshot = new([], []);
    private static List<int> list = [];
    private static Func<int>? compute;
    private static Node? head;

    [Correct]
    public static void Made_assigned_and_read_once() => Together(
        static () => box = new Box(7),
        static () => box = null,
        static () =>
        {
            var seen = box;
            if (seen is not null)
                Expect(7, seen.Number);
        });

    [Broken(FailureKind.DataRace)]
    public static void Made_assigned_and_read_twice() => Together(
        static () => box = new Box(7),
        static () => box = null,
        static () =>
        {
            if (box is not null)
                Expect(7, box.Number);
        });

    [Correct]
    public static void Double_checked_reference()
    {
        Twice(static () => Expect(7, Get().Number));

        static Box Get()
        {
            if (box is null)
            {
                lock (Gate)
                    box ??= new Box(7);
            }

            return box;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Double_checked_flag()
    {
        Twice(static () => Expect(7, Get().Number));

        static Box Get()
        {
            if (!ready)
            {
                lock (Gate)
                {
                    if (!ready)
                    {
                        box = new Box(7);
                        ready = true;
                    }
                }
            }

            return box!;
        }
    }

    [Correct]
    public static void Kept_by_compare_and_swap()
    {
        Twice(static () => Expect(ReferenceEquals(Get(), Get())));

        static Box Get()
        {
            var seen = box;
            if (seen is null)
            {
                Interlocked.CompareExchange(ref box, new Box(7), null);
                seen = box;
            }

            return seen;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Kept_by_whoever_comes_last() => Twice(static () => Expect(ReferenceEquals(box ??= new Box(7), box)));

    [Correct]
    public static void Waited_for_with_volatile_reads() => Together(
        static () => box = new Box(7),
        static () =>
        {
            while (Volatile.Read(ref box) is null)
            {
            }

            Expect(7, box!.Number);
        });

    [Broken(FailureKind.DataRace)]
    public static void Waited_for_with_plain_reads() => Together(
        static () =>
        {
            while (box is null)
            {
            }
        },
        static () => box = new Box(7));

    [Correct]
    public static void Text_kept_by_each() => Twice(static () => Expect("7", text ??= 7.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Broken(FailureKind.DataRace)]
    public static void Counted_in_text() => Twice(static () => text = (text ?? "") + "7");

    [Correct]
    public static void Snapshot_replaced_under_a_lock()
    {
        Together(static () => Add("a"), static () => Add("b"), Look, Look);
        Expect(2, snapshot.Items.Count);

        static void Add(string name)
        {
            lock (Gate)
            {
                var next = new Snapshot([.. snapshot.Items], new Dictionary<string, Item>(snapshot.ByName));
                var item = new Item();
                next.Items.Add(item);
                next.ByName[name] = item;
                item.Name = name;
                snapshot = next;
            }
        }

        static void Look()
        {
            var seen = snapshot;
            Expect(seen.Items.Count, seen.ByName.Count);
            foreach (var item in seen.Items)
                Expect(ReferenceEquals(seen.ByName[item.Name!], item));
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Snapshot_completed_too_late() => Together(
        static () =>
        {
            var next = new Snapshot([], []);
            snapshot = next;
            next.Items.Add(new Item());
        },
        static () => Expect(snapshot.Items.Count < 2));

    [Correct]
    public static void List_copied_by_writers_that_take_turns()
    {
        Together(static () => Add(1), static () => Add(2), static () => Expect(list.Count <= 2));
        Expect(2, list.Count);

        static void Add(int number)
        {
            lock (Gate)
                list = [.. list, number];
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void List_copied_by_writers_at_once() => Together(static () => list = [.. list, 1], static () => list = [.. list, 2]);

    [Correct]
    public static void Array_filled_before_it_is_assigned() => Together(
        static () =>
        {
            var made = new int[2];
            for (var i = 0; i < made.Length; i++)
                made[i] = 7;
            numbers = made;
        },
        static () => Expect(numbers?.Sum() is null or 14));

    [Broken(FailureKind.DataRace)]
    public static void Array_filled_after_it_is_assigned() => Together(
        static () =>
        {
            numbers = new int[2];
            numbers[0] = 7;
        },
        static () => Expect(numbers?[0] is null or 0 or 7));

    [Correct]
    public static void Two_numbers_in_an_object() => Together(
        static () => snapshot = new Snapshot([new Item()], new Dictionary<string, Item> { ["a"] = new() }),
        static () =>
        {
            var (items, names) = snapshot;
            Expect(items.Count, names.Count);
        });

    [Broken(FailureKind.DataRace)]
    public static void Two_numbers_in_a_struct() => Together(
        static () => wide = (7, 7),
        static () =>
        {
            var (first, second) = wide;
            Expect(first, second);
        });

    [Correct]
    public static async Task Handed_on_under_a_lock()
    {
        var boxes = new List<Box>();
        await Together(
            () => Task.Run(() => box = new Box(7)),
            async () =>
            {
                await Task.Yield();
                if (box is { } seen)
                {
                    lock (boxes)
                        boxes.Add(seen);
                }
            },
            async () =>
            {
                await Task.Yield();
                lock (boxes)
                    Expect(boxes.Count == 0 || boxes[0].Number == 7);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void Reference_says_that_a_number_is_ready() => Together(
        static () =>
        {
            value = 7;
            box = new Box(1);
        },
        static () => Expect(box is null || value == 7));

    [Correct]
    public static void Delegate_with_what_it_captured() => Together(
        static () =>
        {
            var captured = 0;
            captured += 7;
            compute = () => captured;
        },
        static () => Expect(compute?.Invoke() is null or 7));

    [Broken(FailureKind.DataRace)]
    public static void Delegate_with_what_it_still_captures() => Together(
        static () =>
        {
            var captured = 0;
            compute = () => captured;
            captured += 7;
        },
        static () => Expect(compute?.Invoke() is null or 0 or 7));

    [Correct]
    public static void Stack_of_nodes_pushed_under_a_lock()
    {
        Together(static () => Push(1), static () => Push(2), static () =>
        {
            for (var node = head; node is not null; node = node.Next)
                Expect(node.Number > 0);
        });

        static void Push(int number)
        {
            lock (Gate)
            {
                var node = new Node { Number = number };
                node.Next = head;
                head = node;
            }
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Stack_of_nodes_linked_too_late() => Together(
        static () =>
        {
            var node = new Node { Number = 1 };
            head = node;
            node.Number = 2;
        },
        static () =>
        {
            for (var node = head; node is not null; node = node.Next)
                Expect(node.Number > 0);
        });

    [Correct]
    public static void Owner_by_itself_written_by_the_one_who_took_it() => Together(
        static () =>
        {
            var made = new Box(0);
            made.Count++;
            box = made;
        },
        static () =>
        {
            if (box is { } taken)
                taken.Count++;
        });

    [Broken(FailureKind.DataRace)]
    public static void Owner_by_itself_written_by_both() => Together(
        static () =>
        {
            var made = new Box(0);
            box = made;
            other = made;
        },
        static () =>
        {
            if (box is { } taken)
                taken.Count++;
        },
        static () =>
        {
            if (other is { } taken)
                taken.Count++;
        });

    private sealed class Box(int number)
    {
        public int Number { get; } = number;

        public int Count { get; set; }
    }

    private sealed class Item
    {
        public string? Name { get; set; }
    }

    private sealed class Node
    {
        public int Number { get; set; }

        public Node? Next { get; set; }
    }

    private sealed record Snapshot(List<Item> Items, Dictionary<string, Item> ByName);
}
