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

    public static T[] ToArray<T>(ref Memory<T> self)
    {
        BulkAccess.ReadMemory<T>(self);
        return self.ToArray();
    }

    /// <summary>Of characters, those; of anything else, the type.</summary>
    public static string ToString<T>(ref Memory<T> self)
    {
        if (typeof(T) == typeof(char))
            BulkAccess.ReadMemory<T>(self);
        return self.ToString();
    }

    public static void CopyTo<T>(ref Memory<T> self, Memory<T> destination)
    {
        BulkAccess.ReadMemory<T>(self);
        if (destination.Length >= self.Length)
            BulkAccess.WriteMemory(destination[..self.Length]);
        self.CopyTo(destination);
    }

    public static bool TryCopyTo<T>(ref Memory<T> self, Memory<T> destination)
    {
        if (destination.Length < self.Length)
            return false;
        CopyTo(ref self, destination);
        return true;
    }
}
