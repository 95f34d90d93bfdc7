namespace Interleaving.Models.Memory;

/// <summary>The usual ways from an array to a span, and what changes a span as a whole.</summary>
[Models(typeof(MemoryExtensions), Passes = ["*"])]
internal static class MemoryExtensionsModel
{
    public static Span<T> AsSpan<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return array.AsSpan();
    }

    public static Span<T> AsSpan<T>(T[]? array, int start)
    {
        ArrayAddresses.Take(array);
        return array.AsSpan(start);
    }

    public static Span<T> AsSpan<T>(T[]? array, int start, int length)
    {
        ArrayAddresses.Take(array);
        return array.AsSpan(start, length);
    }

    public static Span<T> AsSpan<T>(T[]? array, Index startIndex)
    {
        ArrayAddresses.Take(array);
        return array.AsSpan(startIndex);
    }

    public static Span<T> AsSpan<T>(T[]? array, Range range)
    {
        ArrayAddresses.Take(array);
        return array.AsSpan(range);
    }

    public static Span<T> AsSpan<T>(ArraySegment<T> segment)
    {
        ArrayAddresses.Take(segment.Array);
        return segment.AsSpan();
    }

    public static void CopyTo<T>(T[]? source, Span<T> destination)
    {
        BulkAccess.Read(source);
        if (source is not null && destination.Length >= source.Length)
            BulkAccess.WriteSpan(destination[..source.Length]);
        source.CopyTo(destination);
    }

    public static void Sort<T>(Span<T> span)
    {
        BulkAccess.SortSpan(span);
        span.Sort();
    }

    public static void Sort<T>(Span<T> span, Comparison<T> comparison)
    {
        BulkAccess.SortSpan(span);
        span.Sort(comparison);
    }

    public static void Reverse<T>(Span<T> span)
    {
        BulkAccess.WriteSpan(span);
        span.Reverse();
    }
}
