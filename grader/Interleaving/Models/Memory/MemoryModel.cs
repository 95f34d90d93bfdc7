using System.Runtime.InteropServices;

namespace Interleaving.Models.Memory;

/// <summary>The way from a Memory to its span.</summary>
[Models(typeof(Memory<>), Passes = ["*"])]
internal static class MemoryModel
{
    public static Span<T> get_Span<T>(ref Memory<T> self)
    {
        if (MemoryMarshal.TryGetArray<T>(self, out var segment))
            ArrayAddresses.Take(segment.Array);
        return self.Span;
    }
}
