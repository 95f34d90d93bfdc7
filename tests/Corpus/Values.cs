using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Corpus;

/// <summary>Records, structs, spans and generic classes, shared as such.</summary>
public static class Values
{
    private static Point place = new(0, 0);
    private static Settings settings = new("first", 1);

    [Correct]
    public static void Record_replaced_by_comparison()
    {
        Twice(() =>
        {
            while (true)
            {
                var before = Volatile.Read(ref settings);
                var after = before with { Version = before.Version + 1 };
                if (ReferenceEquals(Interlocked.CompareExchange(ref settings, after, before), before))
                    return;
            }
        });
        Expect(settings is { Name: "first", Version: 3 });
    }

    [Broken(FailureKind.DataRace)]
    public static void Record_replaced_by_a_copy()
    {
        Twice(() => settings = settings with { Version = settings.Version + 1 });
        Expect(settings is { Version: 3 });
    }

    [Correct]
    public static void Struct_with_a_lock_inside()
    {
        var counter = new Counter();
        Twice(counter.Add);
        Expect(2, counter.Value);
    }

    [Broken(FailureKind.DataRace)]
    public static void Struct_with_a_lock_for_each_copy()
    {
        var shared = new int[1];
        Together(() => new Tally(shared).Add(), () => new Tally(shared).Add());
    }

    [Correct]
    public static void Struct_read_and_written_under_a_lock()
    {
        var gate = new object();
        Together(
            () =>
            {
                lock (gate)
                    place = new Point(1, 1);
            },
            () =>
            {
                Point seen;
                lock (gate)
                    seen = place;
                Expect(seen is (0, 0) or (1, 1));
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void Struct_read_while_it_is_written() => Together(
        () => place = new Point(1, 1),
        () => Expect(place is (0, 0) or (1, 1)));

    [Correct]
    public static void Halves_of_a_span()
    {
        var numbers = new int[4];
        Together(() => Fill(numbers.AsSpan(..2)), () => Fill(numbers.AsSpan(2..)));
        Expect(numbers is [1, 2, 1, 2]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Parts_of_a_span_that_overlap()
    {
        var numbers = new int[4];
        Together(() => Fill(numbers.AsSpan(..3)), () => Fill(numbers.AsSpan(2..)));
    }

    [Correct]
    public static void Each_closed_class_its_own_count()
    {
        Together(() => Count<int>.Next(), () => Count<string>.Next());
        Expect(Count<int>.Last + Count<string>.Last, 2);
    }

    [Broken(FailureKind.DataRace)]
    public static void One_closed_class_for_both() => Together(() => Count<string>.Next(), () => Count<string>.Next());

    [Correct]
    public static void Immutable_list_swapped_atomically()
    {
        var list = ImmutableList<int>.Empty;
        Together(
            () => ImmutableInterlocked.Update(ref list, static old => old.Add(1)),
            () => ImmutableInterlocked.Update(ref list, static (old, item) => old.Add(item), 2));
        Expect(2, list.Count);
    }

    [Broken(FailureKind.DataRace)]
    public static void Immutable_list_assigned()
    {
        var list = ImmutableList<int>.Empty;
        Together(() => list = list.Add(1), () => list = list.Add(2));
        Expect(2, list.Count);
    }

    [Correct]
    public static void Value_of_a_dictionary_by_reference()
    {
        var counts = new Dictionary<string, int>();
        var gate = new Lock();
        Twice(() =>
        {
            lock (gate)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, "word", out _)++;
        });
        Expect(2, counts["word"]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Value_of_a_dictionary_by_reference_after_the_lock()
    {
        var counts = new Dictionary<string, int> { ["word"] = 0 };
        var gate = new Lock();
        Twice(() =>
        {
            ref var count = ref Slot();
            count++;
        });

        ref int Slot()
        {
            lock (gate)
                return ref CollectionsMarshal.GetValueRefOrAddDefault(counts, "word", out _);
        }
    }

    [Correct]
    public static void Operator_that_counts_in_place()
    {
        var gauge = new Gauge();
        Twice(() => gauge += 2);
        Expect(4, gauge.Level);
    }

    [Broken(FailureKind.DataRace)]
    public static void Operator_that_makes_another()
    {
        var money = new Money(0);
        Twice(() => money += 2);
        Expect(4, money.Amount);
    }

    [Correct]
    public static void Property_with_a_lock_around_its_field()
    {
        var thermostat = new Thermostat();
        Twice(thermostat.Warm);
        Expect(22, thermostat.Degrees);
    }

    [Broken(FailureKind.Assertion)]
    public static void Property_locked_twice_in_one_addition()
    {
        var thermostat = new Thermostat();
        Twice(() => thermostat.Degrees++);
        Expect(22, thermostat.Degrees);
    }

    [Correct]
    public static void Generic_struct_that_copies_itself()
    {
        var pair = new Pair<string>("a", "b");
        Twice(() => Expect("b", pair.Swapped().First));
    }

    [Broken(FailureKind.DataRace)]
    public static void Generic_struct_that_swaps_itself()
    {
        var pairs = new Pair<string>[] { new("a", "b") };
        Twice(() => pairs[0].Swap());
    }

    [Correct]
    public static void Assigned_only_if_there_is_one()
    {
        Box? box = new();
        Together(() => box?.Content = 1, () => Expect(Volatile.Read(ref box) is not null));
        Expect(1, box.Content);
    }

    [Broken(FailureKind.DataRace)]
    public static void Assigned_while_it_is_taken_away()
    {
        Box? box = new();
        Together(
            () =>
            {
                if (box is not null)
                    box.Content = 1;
            },
            () => box = null);
    }

    private static void Fill(Span<int> part)
    {
        for (var i = 0; i < part.Length; i++)
            part[i] = i + 1;
    }

    private struct Pair<T>(T first, T second)
    {
        public T First { get; private set; } = first;

        public T Second { get; private set; } = second;

        public readonly Pair<T> Swapped()
        {
            var copy = this;
            copy.Swap();
            return copy;
        }

        public void Swap()
        {
            var before = this;
            First = before.Second;
            Second = before.First;
        }
    }

    private readonly record struct Point(int X, int Y);

    private sealed record Settings(string Name, int Version);

    private sealed class Box
    {
        public int Content { get; set; }
    }

    private sealed class Counter
    {
        private Guarded inside = new();

        public int Value => inside.Value;

        public void Add() => inside.Add();

        private struct Guarded()
        {
            private readonly Lock gate = new();

            public int Value { get; private set; }

            public void Add()
            {
                lock (gate)
                    Value++;
            }
        }
    }

    private readonly struct Tally(int[] shared)
    {
        private readonly Lock gate = new();

        public void Add()
        {
            lock (gate)
                shared[0]++;
        }
    }

    private static class Count<T>
    {
        public static int Last { get; private set; }

        public static int Next() => ++Last;
    }

    private sealed class Gauge
    {
        private int level;

        public int Level => level;

        public void operator +=(int amount) => Interlocked.Add(ref level, amount);
    }

    private sealed record Money(int Amount)
    {
        public static Money operator +(Money money, int more) => new(money.Amount + more);
    }

    private sealed class Thermostat
    {
        private readonly Lock gate = new();

        public int Degrees
        {
            get
            {
                lock (gate)
                    return field;
            }

            set
            {
                lock (gate)
                    field = value;
            }
        } = 20;

        public void Warm()
        {
            lock (gate)
                Degrees++;
        }
    }
}
