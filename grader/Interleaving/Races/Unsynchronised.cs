using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>
/// Accesses that the platform makes for the program, to objects that several threads must not use at once unless all only
/// read. The engine does not look into such objects; it treats a call as one read or write of the whole object.
/// </summary>
internal static class Unsynchronised
{
    private const int MostLooked = 4_096;

    /// <summary>A call on <paramref name="receiver"/>.</summary>
    /// <param name="operation">Who calls.</param>
    /// <param name="receiver">The object, or a boxed struct such as an enumerator.</param>
    /// <param name="write">Whether the call changes what it accesses.</param>
    /// <param name="elements">Whether all elements of an array are accessed, too.</param>
    /// <param name="site">Where in the source.</param>
    /// <param name="writesBeneath">Whether it also changes the array that a stream was made over; not when it reads on.</param>
    public static void Access(Operation operation, object receiver, bool write, bool elements, int site, bool writesBeneath = true)
    {
        // The platform looks into memory itself, and would not find what is only in the buffer.
        operation.Stores?.Empty();
        var footprint = Footprint.Of(receiver.GetType());
        switch (footprint.Kind)
        {
            case FootprintKind.None:
                break;
            case FootprintKind.Own when write || !footprint.OnlyWritesConflict:
                Whole(operation, receiver, write, site);
                if (footprint.Under(receiver) is { } under)
                    Access(operation, under, write, elements, site, writesBeneath);
                else if (receiver is MemoryStream stream)
                    MemoryBuffers.Access(operation, stream, write && writesBeneath, site);
                break;
            case FootprintKind.Own:
                break;
            case FootprintKind.Synchronised:
                Accesses.Synchronise(operation, receiver, Step.WholeObject, site, acquire: true, release: true);
                break;
            case FootprintKind.Array:
                if (elements || write)
                    Elements(operation, (Array)receiver, 0, ((Array)receiver).Length, write, site);
                break;
            case FootprintKind.Segment:
                if (Segments.Of(receiver) is ({ } whole, var first, var count))
                    Elements(operation, whole, first, count, write, site);
                break;
            case FootprintKind.View:
                var accessed = new List<object>();
                Footprint.Collect(receiver, accessed);
                foreach (var one in accessed)
                {
                    if (ReferenceEquals(one, receiver))
                        Whole(operation, one, write, site);
                    else
                        Access(operation, one, write, elements, site);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(receiver), footprint.Kind, null);
        }
    }

    /// <summary>Several collections are gone through: one step, after which each of them counts as read.</summary>
    public static void Together(Operation operation, IReadOnlyList<object> collections, int site)
    {
        if (collections.Count == 0)
            return;

        // Where nobody looks at the accesses themselves, two calls at once are seen by their steps.
        if (operation.Execution.Races is null || collections.Count == 1)
        {
            foreach (var collection in collections)
                Access(operation, collection, write: false, elements: true, site);
            return;
        }

        Access(operation, collections[0], write: false, elements: true, site);
        var accessed = new List<object>();
        foreach (var collection in collections.Skip(1))
            Footprint.Collect(collection, accessed);
        foreach (var one in accessed)
        {
            if (one is Array array)
            {
                for (var i = 0; i < Math.Min(array.Length, MostLooked); i++)
                    operation.Execution.Memory.Access(operation, array, Offset(array, i, out _), site, write: false);
            }
            else if (Footprint.Of(one.GetType()).Kind == FootprintKind.Own)
                operation.Execution.Memory.Access(operation, one, Step.WholeObject, site, write: false);
        }
    }

    /// <summary>An access to some elements of an array; none when there are not so many.</summary>
    public static void Elements(Operation operation, Array array, int first, int count, bool write, int site)
    {
        if (count > 0 && first >= 0 && first <= array.Length - count)
            Range(operation, array, Offset(array, first, out var size), size, count, write, site);
    }

    /// <summary>An access to some elements by a call that is not modelled; none when there are not so many.</summary>
    public static void Sampled(Operation operation, Array array, int first, int count, bool write, int site)
    {
        if (count > 0 && first >= 0 && first <= array.Length - count)
            Sampled(operation, array, Offset(array, first, out var size), size, count, write, site);
    }

    /// <summary>
    /// Of very many elements, no more are looked at than the detector can bear: the first and others at equal distances.
    /// </summary>
    public static void Sampled(Operation operation, object owner, nint offset, int size, int count, bool write, int site)
    {
        var every = ((count - 1) / MostLooked) + 1;
        Range(operation, owner, offset, size * every, ((count - 1) / every) + 1, write, site);
    }

    /// <summary>One element of an array is read, without a step.</summary>
    public static void See(Operation operation, Array array, int index) =>
        operation.Execution.Memory.Access(operation, array, Offset(array, index, out _), operation.Site, write: false);

    /// <summary>The engine reads an item for the program, right after a step of its own.</summary>
    public static void SeeItem(Operation operation, object list, int index)
    {
        if (list is Array array)
            See(operation, array, index);
        else if (Footprint.Of(list.GetType()).Kind == FootprintKind.Own)
            operation.Execution.Memory.Access(operation, list, Step.WholeObject, operation.Site, write: false);
    }

    /// <summary>An access to locations of one size that lie side by side: one step, after which each of them counts as accessed.</summary>
    public static void Range(Operation operation, object owner, nint offset, int size, int count, bool write, int site)
    {
        operation.Site = site;
        operation.Stores?.Empty();
        var execution = operation.Execution;
        var step = count == 1 ? offset : Step.WholeObject;
        execution.Yield(operation, new Step(write ? StepKind.Write : StepKind.Read, owner, step, site, Plain: true));
        for (var i = 0; i < count; i++)
            execution.Memory.Access(operation, owner, offset + ((nint)i * size), site, write);
        Recorded(operation, write, site);
    }

    private static nint Offset(Array array, int index, out int size)
    {
        size = RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);
        var start = Unsafe.ByteOffset(ref RawData.Of(array), ref MemoryMarshal.GetArrayDataReference(array));
        return start + ((nint)index * size);
    }

    private static void Whole(Operation operation, object owner, bool write, int site)
    {
        operation.Site = site;
        var execution = operation.Execution;
        execution.Yield(operation, new Step(write ? StepKind.Write : StepKind.Read, owner, Step.WholeObject, site, Plain: true));
        if (execution.Races is null)
            execution.Memory.CheckOverlap(operation);
        execution.Memory.Access(operation, owner, Step.WholeObject, site, write);
        Recorded(operation, write, site);
    }

    private static void Recorded(Operation operation, bool write, int site)
    {
        if (Recording.IsOn)
            operation.Execution.Observers.Touched(operation, site, write);
    }
}
