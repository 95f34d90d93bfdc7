namespace Interleaving.Models.Memory;

/// <summary>A span reads and writes the array that it was made from, so the array is remembered as what its addresses hit.</summary>
[Models(typeof(Span<>), Passes = ["*"])]
internal static class SpanModel
{
    public static Span<T> New<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return new Span<T>(array);
    }

    public static Span<T> New<T>(T[]? array, int start, int length)
    {
        ArrayAddresses.Take(array);
        return new Span<T>(array, start, length);
    }

    public static unsafe Span<T> New<T>(void* pointer, int length)
    {
        var span = new Span<T>(pointer, length);
        ArrayAddresses.Take(span);
        return span;
    }

    public static Span<T> op_Implicit<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return array;
    }

    public static Span<T> op_Implicit<T>(ArraySegment<T> segment)
    {
        ArrayAddresses.Take(segment.Array);
        return segment;
    }

    public static void Fill<T>(ref Span<T> self, T value)
    {
        BulkAccess.WriteSpan(self);
        self.Fill(value);
    }

    public static void Clear<T>(ref Span<T> self)
    {
        BulkAccess.WriteSpan(self);
        self.Clear();
    }

    public static void CopyTo<T>(ref Span<T> self, Span<T> destination)
    {
        BulkAccess.ReadSpan<T>(self);
        if (destination.Length >= self.Length)
            BulkAccess.WriteSpan(destination[..self.Length]);
        self.CopyTo(destination);
    }

    public static bool TryCopyTo<T>(ref Span<T> self, Span<T> destination)
    {
        if (destination.Length < self.Length)
            return false;
        CopyTo(ref self, destination);
        return true;
    }

    /// <inheritdoc cref="ReadOnlySpanModel.ToString{T}"/>
    public static string ToString<T>(ref Span<T> self)
    {
        if (typeof(T) == typeof(char))
            BulkAccess.ReadSpan<T>(self);
        return self.ToString();
    }

    public static T[] ToArray<T>(ref Span<T> self)
    {
        BulkAccess.ReadSpan<T>(self);
        return self.ToArray();
    }
}
