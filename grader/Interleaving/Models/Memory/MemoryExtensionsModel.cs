namespace Interleaving.Models.Memory;

/// <summary>The usual ways from an array to a span.</summary>
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
}
