using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>
/// Nobody looks whether an immutable array changes, so under control none is made over an array that others may still write to, and
/// none is given away to be written to: both sides have a copy.
/// </summary>
[Models(typeof(ImmutableCollectionsMarshal), Passes = ["*"])]
internal static class ImmutableCollectionsMarshalModel
{
    public static ImmutableArray<T> AsImmutableArray<T>(T[]? array)
    {
        if (Operation.Current is null || array is null)
            return ImmutableCollectionsMarshal.AsImmutableArray(array);
        BulkAccess.Read(array, 0, array.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray((T[])array.Clone());
    }

    public static T[]? AsArray<T>(ImmutableArray<T> array) => Operation.Current is null
        ? ImmutableCollectionsMarshal.AsArray(array)
        : (T[]?)ImmutableCollectionsMarshal.AsArray(array)?.Clone();
}
