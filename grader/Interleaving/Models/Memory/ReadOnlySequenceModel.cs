using System.Buffers;
using System.Runtime.InteropServices;

namespace Interleaving.Models.Memory;

/// <summary>What lies in the arrays that a sequence was made of.</summary>
[Models(typeof(ReadOnlySequence<>), Passes = ["*"])]
internal static class ReadOnlySequenceModel
{
    public static ReadOnlySpan<T> get_FirstSpan<T>(ref ReadOnlySequence<T> self)
    {
        if (MemoryMarshal.TryGetArray(self.First, out var segment))
            ArrayAddresses.Take(segment.Array);
        return self.FirstSpan;
    }

    /// <summary>Of characters, those; of anything else, the type.</summary>
    public static string ToString<T>(ref ReadOnlySequence<T> self)
    {
        if (typeof(T) == typeof(char))
            Read(self);
        return self.ToString();
    }

    /// <summary>All of it is read.</summary>
    public static void Read<T>(in ReadOnlySequence<T> sequence)
    {
        foreach (var memory in sequence)
            BulkAccess.ReadMemory(memory);
    }
}
