using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interleaving.Models.Memory;

/// <summary>The way from a list to a span over its items.</summary>
[Models(typeof(CollectionsMarshal), Passes = ["*"])]
internal static class CollectionsMarshalModel
{
    public static Span<T> AsSpan<T>(List<T>? list)
    {
        if (list is not null)
            ArrayAddresses.Take(Items<T>.Of(list));
        return CollectionsMarshal.AsSpan(list);
    }

    private static class Items<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_items")]
        public static extern ref T[] Of(List<T> list);
    }
}
