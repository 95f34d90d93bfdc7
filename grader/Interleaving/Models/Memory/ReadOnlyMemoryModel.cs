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

    public static T[] ToArray<T>(ref ReadOnlyMemory<T> self)
    {
        BulkAccess.ReadMemory<T>(self);
        return self.ToArray();
    }

    /// <summary>Of characters, those; of anything else, the type.</summary>
    public static string ToString<T>(ref ReadOnlyMemory<T> self)
    {
        if (typeof(T) == typeof(char))
            BulkAccess.ReadMemory<T>(self);
        return self.ToString();
    }

    public static void CopyTo<T>(ref ReadOnlyMemory<T> self, Memory<T> destination)
    {
        BulkAccess.ReadMemory<T>(self);
        if (destination.Length >= self.Length)
            BulkAccess.WriteMemory(destination[..self.Length]);
        self.CopyTo(destination);
    }

    public static bool TryCopyTo<T>(ref ReadOnlyMemory<T> self, Memory<T> destination)
    {
        if (destination.Length < self.Length)
            return false;
        CopyTo(ref self, destination);
        return true;
    }
}
