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

    public static Span<T> op_Implicit<T>(T[]? array)
    {
        ArrayAddresses.Take(array);
        return array;
    }
}
