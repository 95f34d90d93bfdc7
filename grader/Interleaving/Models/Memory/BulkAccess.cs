using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>Accesses to many elements by one call of the platform.</summary>
internal static class BulkAccess
{
    public static void Read(Array? array) => Read(array, 0, array?.Length ?? 0);

    public static void Read(Array? array, int first, int count) => Access(array, first, count, write: false);

    public static void Write(Array? array) => Write(array, 0, array?.Length ?? 0);

    public static void Write(Array? array, int first, int count) => Access(array, first, count, write: true);

    public static void ReadSpan<T>(ReadOnlySpan<T> span) => Access(span, write: false);

    public static void WriteSpan<T>(Span<T> span) => Access<T>(span, write: true);

    private static void Access(Array? array, int first, int count, bool write)
    {
        if (array is not null && Operation.Current is { } operation)
            Unsynchronised.Elements(operation, array, first, count, write, operation.Site);
    }

    private static void Access<T>(ReadOnlySpan<T> span, bool write)
    {
        if (span.Length > 0 && Operation.Current is { } operation
            && operation.Addresses.TryFind(ref MemoryMarshal.GetReference(span), out var owner, out var offset))
            Unsynchronised.Range(operation, owner, offset, Unsafe.SizeOf<T>(), span.Length, write, operation.Site);
    }
}
