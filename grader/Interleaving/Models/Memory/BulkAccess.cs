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

    /// <summary>A write of all of it that costs what sorting does.</summary>
    public static void Sort(Array? array) => Sort(array, 0, array?.Length ?? 0);

    public static void Sort(Array? array, int first, int count)
    {
        Write(array, first, count);
        Charges.For(count, sorting: true);
    }

    public static void SortSpan<T>(Span<T> span)
    {
        WriteSpan(span);
        Charges.For(span.Length, sorting: true);
    }

    public static void ReadSpan<T>(ReadOnlySpan<T> span) => Access(span, write: false);

    public static void WriteSpan<T>(Span<T> span) => Access<T>(span, write: true);

    public static void ReadMemory<T>(ReadOnlyMemory<T> memory)
    {
        if (MemoryMarshal.TryGetArray(memory, out var segment))
            Read(segment.Array, segment.Offset, segment.Count);
    }

    public static void WriteMemory<T>(Memory<T> memory)
    {
        if (MemoryMarshal.TryGetArray<T>(memory, out var segment))
            Write(segment.Array, segment.Offset, segment.Count);
    }

    private static void Access(Array? array, int first, int count, bool write)
    {
        if (array is null || Operation.Current is not { } operation)
            return;
        Unsynchronised.Elements(operation, array, first, count, write, operation.Site);
        if (count > 1)
            Charges.For(count, sorting: false);
    }

    private static void Access<T>(ReadOnlySpan<T> span, bool write)
    {
        if (span.Length > 0 && Operation.Current is { } operation
            && operation.Addresses.TryFind(ref MemoryMarshal.GetReference(span), out var owner, out var offset))
            Unsynchronised.Range(operation, owner, offset, Unsafe.SizeOf<T>(), span.Length, write, operation.Site);
        Charges.For(span.Length, sorting: false);
    }
}
