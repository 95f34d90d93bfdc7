using Interleaving.Memory;
using Interleaving.Models;
using Interleaving.Models.Collections;
using Interleaving.Models.Hashing;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <content>Accesses that the platform makes for the program.</content>
internal static partial class Hooks
{
    /// <summary>A call on an object of the platform that is not made for several threads counts as an access to all of it.</summary>
    public static void Touch(object receiver, bool write, int site)
    {
        if (Operation.Current is { } operation && receiver is not null)
            Unsynchronised.Access(operation, receiver, write, elements: false, site);
    }

    /// <summary>A stream, a reader or a writer is asked for something asynchronous: not where that ends up on the thread pool.</summary>
    public static void StaysHere(object receiver, string member, int site)
    {
        if (Operation.Current is { } operation && receiver is not null && PoolBoundCalls.Leaves(receiver, member))
            Refuse(operation, site, Refusals.PoolBound(site, PoolBoundCalls.Beneath(receiver).GetType()));
    }

    /// <summary>The same for a virtual call, which may end in a method of the program's own: that one is woven itself.</summary>
    public static void TouchVirtual(object receiver, bool write, int site)
    {
        if (Operation.Current is not { } operation || receiver is null)
            return;
        if (ArrayEnumerators.Next(receiver) is { } next)
            Unsynchronised.Elements(operation, next.Array, next.Index, 1, write: false, site);
        else if (!Footprint.Of(receiver.GetType()).IsOverridden)
            Unsynchronised.Access(operation, receiver, write, elements: false, site);
    }

    /// <summary>A reader or a stream goes on: where it stands changes, and nothing that lies beneath it.</summary>
    public static void ReadOn(object receiver, int site)
    {
        if (Operation.Current is { } operation && receiver is not null && !Footprint.Of(receiver.GetType()).IsOverridden)
            Unsynchronised.Access(operation, receiver, write: true, elements: false, site, writesBeneath: false);
    }

    /// <summary>A struct of the platform that stands for another object: an enumerator.</summary>
    public static void TouchView<T>(ref T view, bool write, int site)
        where T : struct
    {
        if (Operation.Current is { } operation && Viewed<T>.In(ref view) is { } viewed)
            Unsynchronised.Access(operation, viewed, write, elements: false, site);
    }

    /// <summary>A call on an object that is made for several threads.</summary>
    public static void Order(object? instance, int site)
    {
        if (Operation.Current is { } operation && instance is not null)
            Accesses.Synchronise(operation, instance, Step.WholeObject, site, acquire: true, release: true);
    }

    /// <summary>A static property of the platform is read or set.</summary>
    public static void OrderStatic(int site)
    {
        if (Operation.Current is { } operation)
            Accesses.Synchronise(operation, StaticFields.Key(site), 0, site, acquire: true, release: true);
    }

    /// <summary>An enumerator of the platform goes on: a place in it changes, and what it goes over is read.</summary>
    public static void Advance(object enumerator, int site)
    {
        TouchVirtual(enumerator, write: false, site);
        if (Operation.Current is { } operation && enumerator is not null && Footprint.IsOfThePlatform(enumerator.GetType()))
            operation.Execution.Memory.Access(operation, enumerator, Step.WholeObject, site, write: true);
    }

    /// <summary>An enumerator of the platform is asked what it stands at, or begins again. Not a point at which others may come first.</summary>
    public static void ReadPlace(object enumerator, int site) => Place(enumerator, write: false, site);

    public static void WritePlace(object enumerator, int site) => Place(enumerator, write: true, site);

    private static void Place(object enumerator, bool write, int site)
    {
        if (Operation.Current is { } operation && enumerator is not null && Footprint.IsOfThePlatform(enumerator.GetType()))
            operation.Execution.Memory.Access(operation, enumerator, Step.WholeObject, site, write);
    }

    /// <summary>A value is shown as text, or says how others are.</summary>
    public static void Show(object? value, int site)
    {
        if (value is not (null or string) && Operation.Current is { } operation)
            ShownValues.Read(operation, value, site);
    }

    /// <summary>A collection is gone through from its beginning to its end.</summary>
    public static void Enumerate(object? collection, int site)
    {
        if (Operation.Current is not { } operation || collection is null or string)
            return;
        Unsynchronised.Access(operation, collection, write: false, elements: true, site);
        Charges.For(LengthOf(collection), sorting: false);
    }

    /// <summary>An object is serialised.</summary>
    public static void Serialise(object? root, int site)
    {
        if (Operation.Current is { } operation && root is not null)
            Unsynchronised.Together(operation, SerialisedGraph.Collections(root), site);
    }

    /// <summary>Items that the platform is about to go through, or will later.</summary>
    public static IEnumerable<T> Stepped<T>(IEnumerable<T> items, int site) =>
        Operation.Current is { Execution.Caches: null } ? SteppedDictionary<T>.Of(items, site) : items;

    /// <summary>An iterator of the program's own goes on, or shows where it is. Not a point at which others may come first.</summary>
    public static void Iterate(object iterator, bool write, int site)
    {
        if (Operation.Current is { } operation)
            operation.Execution.Memory.Access(operation, iterator, Step.WholeObject, site, write);
    }

    /// <summary>The item of a list, which may be an array.</summary>
    public static void TouchItem(object list, int index, bool write, int site)
    {
        if (Operation.Current is not { } operation || list is null)
            return;
        if (list is Array array)
            Unsynchronised.Elements(operation, array, index, 1, write, site);
        else if (Footprint.Of(list.GetType()).Kind == FootprintKind.Segment)
            TouchSegment(operation, list, index, write, site);
        else
            TouchVirtual(list, write, site);
    }

    private static void TouchSegment(Operation operation, object segment, int index, bool write, int site)
    {
        if (Segments.Of(segment) is ({ } whole, var first, var count) && (uint)index < (uint)count)
            Unsynchronised.Elements(operation, whole, first + index, 1, write, site);
    }

    /// <summary>The hash code of a value that may be a struct, which the platform would ask for those of its fields.</summary>
    public static int HashOf<T>(T value)
    {
        if (value is null)
            return typeof(T).IsValueType ? 0 : throw new NullReferenceException();
        return Operation.Current is { } operation ? StableHash.Of(operation, value) : value.GetHashCode();
    }
}
