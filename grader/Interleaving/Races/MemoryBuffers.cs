using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// The array that a <see cref="MemoryStream"/> was made over. Others may have it too, and make another stream over it; an array
/// that the stream made for itself is nobody else's.
/// </summary>
internal static class MemoryBuffers
{
    public static void Access(Operation operation, MemoryStream stream, bool write, int site)
    {
        if (stream.GetType() != typeof(MemoryStream) || MayGrow(stream) || Buffer(stream) is not { } buffer)
            return;
        var first = Origin(stream);
        Unsynchronised.Sampled(operation, buffer, first, Capacity(stream) - first, write, site);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_buffer")]
    private static extern ref byte[]? Buffer(MemoryStream stream);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_origin")]
    private static extern ref int Origin(MemoryStream stream);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_capacity")]
    private static extern ref int Capacity(MemoryStream stream);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_expandable")]
    private static extern ref bool MayGrow(MemoryStream stream);
}
