using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Corpus;

/// <summary>Bytes that are read and written as wider numbers: each takes in several of them.</summary>
public static class WiderThanElements
{
    [Broken(FailureKind.DataRace)]
    public static void The_second_byte_of_a_number_that_is_read()
    {
        var bytes = new byte[16];
        Together(() => Expect(MemoryMarshal.Cast<byte, int>(bytes)[1] >= 0), () => bytes[5] = 1);
    }

    [Broken(FailureKind.DataRace)]
    public static void The_last_bytes_of_a_number_that_is_written()
    {
        var bytes = new byte[16];
        Together(() => MemoryMarshal.Cast<byte, long>(bytes.AsSpan())[1] = -1, () => _ = bytes[15]);
    }

    [Broken(FailureKind.DataRace)]
    public static void The_second_of_two_shorter_numbers()
    {
        var bytes = new byte[16];
        Together(
            () => MemoryMarshal.Cast<byte, long>(bytes.AsSpan())[0] = -1,
            () => Expect(MemoryMarshal.Cast<byte, short>(bytes.AsSpan())[1] is 0 or -1));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_number_that_is_written_over_bytes_that_are_copied()
    {
        var bytes = new byte[16];
        Together(() => Unsafe.As<byte, int>(ref bytes[4]) = 1, () => _ = bytes.AsSpan(6, 4).ToArray());
    }

    [Correct]
    public static void The_bytes_beside_a_number()
    {
        var bytes = new byte[16];
        Together(
            () => MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[1] = -1,
            () => (bytes[3], bytes[8]) = (1, 2),
            () => Expect(0, MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[3]));
        Expect(-1, MemoryMarshal.Cast<byte, int>(bytes)[1]);
    }

    [Correct]
    public static void The_bytes_of_a_number_under_a_lock()
    {
        var bytes = new byte[16];
        Together(
            () =>
            {
                lock (bytes)
                    MemoryMarshal.Cast<byte, int>(bytes.AsSpan())[1] = -1;
            },
            () =>
            {
                lock (bytes)
                    bytes[5] = 1;
            });
    }
}
