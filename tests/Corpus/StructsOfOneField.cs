using System.Collections.Immutable;

namespace Corpus;

/// <summary>A struct of a single field is written at once if that field is, and a reference in it publishes its object as any reference does.</summary>
public static class StructsOfOneField
{
    [Correct]
    public static void An_immutable_array_that_is_replaced_under_a_lock_and_read_without()
    {
        var gate = new Lock();
        ImmutableArray<Box> boxes = [];
        Together(() => Add(1), () => Add(2), () => Expect(boxes.All(box => box.Number > 0)));
        Expect(2, boxes.Length);

        void Add(int number)
        {
            lock (gate)
                boxes = boxes.Add(new Box { Number = number });
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void An_immutable_array_that_is_replaced_without_a_lock()
    {
        ImmutableArray<Box> boxes = [];
        Together(() => Add(1), () => Add(2));
        Expect(boxes.Length > 0);

        void Add(int number) => boxes = boxes.Add(new Box { Number = number });
    }

    [Broken(FailureKind.DataRace)]
    public static void An_immutable_array_of_a_box_that_is_filled_afterwards()
    {
        ImmutableArray<Box> boxes = [];
        Together(
            () =>
            {
                var box = new Box();
                boxes = [box];
                box.Number = 1;
            },
            () => Expect(boxes.All(box => box.Number >= 0)));
    }

    [Correct]
    public static void A_record_of_one_text()
    {
        var id = new Id("a");
        Together(() => id = new Id("b"), () => id = new Id("c"), () => Expect(1, id.Value.Length));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_record_of_two_texts()
    {
        var id = new Pair("a", "a");
        Together(
            () => id = new Pair("b", "b"),
            () =>
            {
                var seen = id;
                Expect(seen.First, seen.Second);
            });
    }

    [Correct]
    public static void A_struct_of_such_a_struct()
    {
        var id = new Outer(new Id("a"));
        var ids = new Outer[1];
        Together(
            () => (id, ids[0]) = (new Outer(new Id("b")), new Outer(new Id("c"))),
            () =>
            {
                var (seen, other) = (id, ids[0]);
                Expect(seen.Id.Value.Length == 1 && other.Id.Value is null or "c");
            });
    }

    [Correct]
    public static void A_box_in_a_struct_that_is_complete()
    {
        Held<Box> held = default;
        Together(
            () => held = new Held<Box>(new Box { Number = 7 }),
            () =>
            {
                var seen = held;
                Expect(seen.Value?.Number is null or 7);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void A_number_in_a_struct_is_a_number()
    {
        Held<int> held = default;
        Together(() => held = new Held<int>(7), () => Expect(held.Value is 0 or 7));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_box_in_a_struct_that_is_waited_for_with_plain_reads()
    {
        Held<Box> held = default;
        Together(
            () => held = new Held<Box>(new Box()),
            () =>
            {
                while (held.Value is null)
                {
                }
            });
    }

    [Correct]
    public static void A_token()
    {
        CancellationToken token = default;
        Together(
            () => token = new CancellationTokenSource().Token,
            () =>
            {
                var seen = token;
                Expect(!seen.IsCancellationRequested);
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void A_flag_beside_a_struct()
    {
        Held<bool> ready = default;
        var number = 0;
        Together(
            () =>
            {
                number = 7;
                ready = new Held<bool>(true);
            },
            () =>
            {
                if (ready.Value)
                    Expect(7, number);
            });
    }

    private sealed class Box
    {
        public int Number { get; set; }
    }

    private readonly record struct Id(string Value);

    private readonly record struct Pair(string First, string Second);

    private readonly record struct Outer(Id Id);

    private readonly struct Held<T>(T value)
    {
        public T Value { get; } = value;
    }
}
