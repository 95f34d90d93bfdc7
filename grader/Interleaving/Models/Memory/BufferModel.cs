using System.Runtime.CompilerServices;

namespace Interleaving.Models.Memory;

/// <summary>Copies of bytes between arrays of primitive types.</summary>
[Models(typeof(Buffer), Passes = ["ByteLength"])]
internal static class BufferModel
{
    public static void BlockCopy(Array src, int srcOffset, Array dst, int dstOffset, int count)
    {
        BulkAccess.Read(src, First(src, srcOffset), Count(src, srcOffset, count));
        BulkAccess.Write(dst, First(dst, dstOffset), Count(dst, dstOffset, count));
        Buffer.BlockCopy(src, srcOffset, dst, dstOffset, count);
    }

    public static byte GetByte(Array array, int index)
    {
        if (index >= 0)
            BulkAccess.Read(array, First(array, index), 1);
        return Buffer.GetByte(array, index);
    }

    public static void SetByte(Array array, int index, byte value)
    {
        if (index >= 0)
            BulkAccess.Write(array, First(array, index), 1);
        Buffer.SetByte(array, index, value);
    }

    private static int First(Array array, int offset) => offset / Size(array);

    /// <summary>How many elements a run of bytes lies in.</summary>
    private static int Count(Array array, int offset, int count) =>
        count <= 0 ? 0 : ((offset + count - 1) / Size(array)) - First(array, offset) + 1;

    private static int Size(Array array) => RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);
}
