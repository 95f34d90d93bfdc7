using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Instrumentation;

/// <content>Arrays, spans and memories that are given to a method of the platform.</content>
internal static partial class Hooks
{
    /// <summary>Some items of an array; all from the first on where <paramref name="count"/> is below zero.</summary>
    public static void TouchArray(Array? array, int first, int count, bool write, int site)
    {
        if (Operation.Current is { } operation && array is not null)
            Unsynchronised.Sampled(operation, array, first, count < 0 ? array.Length - first : count, write, site);
    }

    public static void ReadSpan<T>(ReadOnlySpan<T> span, int site) => Span(span, write: false, site);

    public static void ReadWritableSpan<T>(Span<T> span, int site) => Span<T>(span, write: false, site);

    public static void WriteSpan<T>(Span<T> span, int site) => Span<T>(span, write: true, site);

    /// <summary>Of a span, no more is read than this many items.</summary>
    public static void ReadFirst<T>(ReadOnlySpan<T> span, int most, int site) => Span(span[..Math.Min(most, span.Length)], write: false, site);

    public static void WriteFirst<T>(Span<T> span, int most, int site) => Span<T>(span[..Math.Min(most, span.Length)], write: true, site);

    public static void ReadMemory<T>(ReadOnlyMemory<T> memory, int site) => Memory(memory, write: false, site);

    public static void WriteMemory<T>(Memory<T> memory, int site) => Memory<T>(memory, write: true, site);

    private static void Span<T>(ReadOnlySpan<T> span, bool write, int site)
    {
        if (span.Length > 0 && Operation.Current is { } operation
            && operation.Addresses.TryFind(ref MemoryMarshal.GetReference(span), out var owner, out var offset))
            Unsynchronised.Sampled(operation, owner, offset, Unsafe.SizeOf<T>(), span.Length, write, site);
    }

    private static void Memory<T>(ReadOnlyMemory<T> memory, bool write, int site)
    {
        if (Operation.Current is { } operation && MemoryMarshal.TryGetArray(memory, out var segment) && segment.Array is { } array)
            Unsynchronised.Sampled(operation, array, segment.Offset, segment.Count, write, site);
    }
}
