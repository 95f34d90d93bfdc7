using System.Buffers;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>What is copied from a sequence, and into memory that a writer hands out.</summary>
[Models(typeof(BuffersExtensions), Passes = ["*"])]
internal static class BuffersExtensionsModel
{
    public static T[] ToArray<T>(in ReadOnlySequence<T> sequence)
    {
        ReadOnlySequenceModel.Read(sequence);
        return BuffersExtensions.ToArray(sequence);
    }

    public static void CopyTo<T>(in ReadOnlySequence<T> source, Span<T> destination)
    {
        ReadOnlySequenceModel.Read(source);
        if (source.Length <= destination.Length)
            BulkAccess.WriteSpan(destination[..(int)source.Length]);
        source.CopyTo(destination);
    }

    public static SequencePosition? PositionOf<T>(in ReadOnlySequence<T> source, T value)
        where T : IEquatable<T>?
    {
        ReadOnlySequenceModel.Read(source);
        return BuffersExtensions.PositionOf(source, value);
    }

    /// <summary>A writer of the program's own hands out memory that others may know; the platform's is changed as a whole.</summary>
    public static void Write<T>(IBufferWriter<T> writer, ReadOnlySpan<T> value)
    {
        BulkAccess.ReadSpan(value);
        if (Operation.Current is { } operation && Footprint.IsOfThePlatform(writer.GetType()))
        {
            Unsynchronised.Access(operation, writer, write: true, elements: false, operation.Site);
            writer.Write(value);
            return;
        }

        var room = writer.GetSpan();
        while (value.Length > room.Length)
        {
            Part(value[..room.Length], room);
            value = value[room.Length..];
            room = writer.GetSpan(value.Length);
        }

        Part(value, room);

        void Part(ReadOnlySpan<T> part, Span<T> into)
        {
            BulkAccess.WriteSpan(into[..part.Length]);
            part.CopyTo(into);
            writer.Advance(part.Length);
        }
    }
}
