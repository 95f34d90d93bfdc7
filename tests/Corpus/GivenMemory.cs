using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>Memory that the platform was given earlier, or by another object, and reads or writes in a call that does not name it.</summary>
public static class GivenMemory
{
    [Broken(FailureKind.DataRace)]
    public static void Room_for_a_text_to_be_made()
    {
        var room = new char[8];
        Together(() => string.Create(CultureInfo.InvariantCulture, room, $"{1}"), () => _ = room[0]);
    }

    [Correct]
    public static void Room_of_ones_own_for_a_text_to_be_made()
    {
        Twice(() => Expect("1", string.Create(CultureInfo.InvariantCulture, stackalloc char[8], $"{1}")));
    }

    [Broken(FailureKind.DataRace)]
    public static void Room_that_is_written_piece_by_piece()
    {
        var room = new char[8];
        Together(
            () =>
            {
                var handler = new MemoryExtensions.TryWriteInterpolatedStringHandler(0, 1, room, out _);
                handler.AppendFormatted(1);
            },
            () => _ = room[0]);
    }

    [Broken(FailureKind.DataRace)]
    public static void Characters_that_go_into_a_text()
    {
        var characters = new[] { 'a' };
        Together(() => characters[0] = 'b', () => _ = $"<{characters.AsSpan()}>");
    }

    [Broken(FailureKind.DataRace)]
    public static void Memory_that_a_writer_hands_out()
    {
        var writer = new Fixed();
        Together(() => writer.Write([1, 2]), () => _ = writer.Room[1]);
    }

    [Correct]
    public static void Memory_that_a_writer_hands_out_and_is_not_written()
    {
        var writer = new Fixed();
        Together(() => writer.Write([1, 2]), () => Expect(0, writer.Room[2]));
        Expect(2, writer.Room[1]);
    }

    [Broken(FailureKind.DataRace)]
    public static void A_writer_of_the_platform()
    {
        var writer = new ArrayBufferWriter<int>();
        Twice(() => writer.Write([1, 2]));
    }

    [Broken(FailureKind.DataRace)]
    public static void The_array_beneath_a_sequence()
    {
        int[] items = [1, 2];
        var sequence = new ReadOnlySequence<int>(items);
        Together(() => items[1] = 3, () => _ = sequence.ToArray());
    }

    [Broken(FailureKind.DataRace)]
    public static void The_first_span_of_a_sequence()
    {
        int[] items = [1, 2];
        var sequence = new ReadOnlySequence<int>(items);
        Together(() => items[1] = 3, () => Expect(sequence.FirstSpan[1] is 2 or 3));
    }

    [Correct]
    public static void Another_item_beneath_a_sequence()
    {
        int[] items = [1, 2];
        var sequence = new ReadOnlySequence<int>(items);
        Together(() => items[1] = 3, () => Expect(1, sequence.FirstSpan[0]));
    }

    [Broken(FailureKind.DataRace)]
    public static void Items_that_are_made_anew()
    {
        var items = new Made[2];
        Together(items.Initialize, () => _ = items[1].Number);
    }

    [Correct]
    public static void Items_that_are_made_anew_and_then_read()
    {
        var items = new Made[2];
        items.Initialize();
        Twice(() => Expect(7, items[1].Number));
    }

    public record struct Made
    {
        public Made() => Number = 7;

        public int Number { get; set; }
    }

    private sealed class Fixed : IBufferWriter<int>
    {
        public int[] Room { get; } = new int[3];

        public void Advance(int count)
        {
        }

        public Memory<int> GetMemory(int sizeHint = 0) => Room;

        public Span<int> GetSpan(int sizeHint = 0) => Room;
    }
}
