using System.Runtime.InteropServices;

namespace Interleaving.Models.Memory;

/// <summary>The way from a ReadOnlyMemory to its span.</summary>
[Models(typeof(ReadOnlyMemory<>), Passes = ["*"])]
internal static class ReadOnlyMemoryModel
{
    public static ReadOnlySpan<T> get_Span<T>(ref ReadOnlyMemory<T> self)
    {
        if (MemoryMarshal.TryGetArray(self, out var segment))
            ArrayAddresses.Take(segment.Array);
        return self.Span;
    }
}
