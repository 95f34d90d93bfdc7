using System.Buffers.Binary;

namespace Corpus;

/// <summary>A number that is made of bytes reads as many as it has, and no more.</summary>
public static class NumbersInBytes
{
    [Broken(FailureKind.DataRace)]
    public static void Another_writes_the_second_byte_of_a_number()
    {
        var bytes = new byte[8];
        Together(() => BitConverter.ToInt32(bytes, 4), () => bytes[5] = 1);
    }

    [Correct]
    public static void Another_writes_the_bytes_beside_a_number()
    {
        var bytes = new byte[10];
        Together(() => BitConverter.ToInt32(bytes, 4), () => (bytes[3], bytes[8]) = (1, 2));
    }

    [Broken(FailureKind.DataRace)]
    public static void Another_writes_the_last_byte_of_a_wide_one()
    {
        var bytes = new byte[9];
        Together(() => BitConverter.ToDouble(bytes, 1), () => bytes[8] = 1);
    }

    [Broken(FailureKind.DataRace)]
    public static void Another_writes_a_byte_that_is_shown_as_text()
    {
        var bytes = new byte[9];
        Together(() => BitConverter.ToString(bytes, 1), () => bytes[8] = 1);
    }

    [Correct]
    public static void Two_numbers_at_the_beginning_of_two_spans()
    {
        var bytes = new byte[8];
        Together(
            () => BinaryPrimitives.WriteInt32LittleEndian(bytes, 7),
            () => Expect(0, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4))));
    }

    [Broken(FailureKind.DataRace)]
    public static void Two_numbers_that_overlap()
    {
        var bytes = new byte[8];
        Together(
            () => BinaryPrimitives.TryWriteInt64BigEndian(bytes, 7),
            () => BinaryPrimitives.TryReadUInt16BigEndian(bytes.AsSpan(6), out _));
    }
}
