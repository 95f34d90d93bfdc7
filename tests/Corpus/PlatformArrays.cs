using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Corpus;

/// <summary>Arrays and other memory that the platform reads and writes for the program. What becomes of each is for the tests to say.</summary>
public static class PlatformArrays
{
    public static void An_array_that_two_read_by_the_platform()
    {
        var bytes = new byte[] { 1, 2, 3, 4 };
        Twice(() =>
        {
            _ = BitConverter.ToInt32(bytes, 0) + Convert.ToBase64String(bytes) + Encoding.UTF8.GetString(bytes) + bytes.AsSpan().IndexOf((byte)3);
            _ = new MemoryStream(bytes).ReadByte();
            _ = SHA256.HashData(bytes);
            _ = new Guid(new byte[16]);
        });
    }

    public static void Each_writes_its_own_part_of_an_array()
    {
        var bytes = new byte[8];
        Together(
            () => BitConverter.TryWriteBytes(bytes.AsSpan(0, 4), 1),
            () => BitConverter.TryWriteBytes(bytes.AsSpan(4), 2));
        Expect(BitConverter.ToInt32(bytes, 0) == 1 && BitConverter.ToInt32(bytes, 4) == 2);
    }

    public static void Each_reads_into_its_own_part_of_an_array()
    {
        var bytes = new byte[8];
        var eight = new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8]);
        var four = new MemoryStream([1, 2, 3, 4]);
        Together(() => eight.Read(bytes, 0, 4), () => four.Read(bytes, 4, 4));
        Expect(bytes[0] == 1 && bytes[4] == 1);
    }

    public static void Vectors_over_parts_of_an_array()
    {
        var numbers = new int[64];
        var width = Vector<int>.Count;
        Parallel.For(0, 64 / width, i => (new Vector<int>(numbers, i * width) + Vector<int>.One).CopyTo(numbers, i * width));
        Expect(64, numbers.Sum());
    }

    public static void What_only_keeps_an_array()
    {
        var numbers = new int[8];
        Together(
            () => numbers[0] = 1,
            () =>
            {
                var memory = new Memory<int>(numbers);
                var segment = new ArraySegment<int>(numbers, 4, 4);
                var readOnly = Array.AsReadOnly(numbers);
                _ = memory.Length + segment.Count + readOnly.Count + numbers.AsMemory(4).Span[0] + new ReadOnlySequence<int>(numbers).Length;
                GC.KeepAlive(numbers);
            });
    }

    public static void Memory_on_the_stack()
    {
        Span<byte> bytes = stackalloc byte[4];
        BitConverter.TryWriteBytes(bytes, 1);
        Expect(1, BitConverter.ToInt32(bytes));
        Twice(() =>
        {
            Span<char> characters = stackalloc char[9];
            5.TryFormat(characters, out var length);
            Expect("5", characters[..length].ToString());
        });
    }

    public static void Vectors_by_reference()
    {
        var numbers = new float[8];
        ref var first = ref numbers[0];
        var vector = Vector128.LoadUnsafe(ref first);
        numbers[3] = 5;
        vector = Vector128.LoadUnsafe(ref numbers[0]);
        Expect(vector[3] == 5);
        Vector128.StoreUnsafe(vector, ref numbers[4]);
        Expect(numbers[7] == 5);
    }
}
