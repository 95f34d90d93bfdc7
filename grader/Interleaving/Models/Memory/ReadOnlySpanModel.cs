namespace Interleaving.Models.Memory;

/// <summary>A read-only span reads the array that it was made from, so the array is remembered as what its addresses hit.</summary>
[Models(typeof(ReadOnlySpan<>), Passes = ["*"])]
internal static class ReadOnlySpanModel
{
    public static ReadOnlySpan<T> New<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return new ReadOnlySpan<T>(array);
    }

    public static ReadOnlySpan<T> New<T>(T[]? array, int start, int length)
    {
        ArrayAddresses.Take(array);
        return new ReadOnlySpan<T>(array, start, length);
    }

    public static unsafe ReadOnlySpan<T> New<T>(void* pointer, int length)
    {
        var span = new ReadOnlySpan<T>(pointer, length);
        ArrayAddresses.Take(span);
        return span;
    }

    public static ReadOnlySpan<T> op_Implicit<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return array;
    }

    public static ReadOnlySpan<T> op_Implicit<T>(ArraySegment<T> segment)
    {
        ArrayAddresses.Take(segment.Array);
        return segment;
    }

    public static void CopyTo<T>(ref ReadOnlySpan<T> self, Span<T> destination)
    {
        BulkAccess.ReadSpan(self);
        if (destination.Length >= self.Length)
            BulkAccess.WriteSpan(destination[..self.Length]);
        self.CopyTo(destination);
    }

    public static bool TryCopyTo<T>(ref ReadOnlySpan<T> self, Span<T> destination)
    {
        if (destination.Length < self.Length)
            return false;
        CopyTo(ref self, destination);
        return true;
    }

    /// <summary>Of characters, those; of anything else, the type.</summary>
    public static string ToString<T>(ref ReadOnlySpan<T> self)
    {
        if (typeof(T) == typeof(char))
            BulkAccess.ReadSpan(self);
        return self.ToString();
    }

    public static T[] ToArray<T>(ref ReadOnlySpan<T> self)
    {
        BulkAccess.ReadSpan(self);
        return self.ToArray();
    }
}
