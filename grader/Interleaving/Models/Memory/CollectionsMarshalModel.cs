using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Scheduling;

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

#pragma warning disable CS8619 // To the compiler, ref TValue? and ref TValue are two types.
    public static ref TValue GetValueRefOrAddDefault<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key, out bool exists)
        where TKey : notnull
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(dictionary, key, out exists);
        Entries<TKey, TValue>.Take(dictionary);
        return ref value;
    }

    public static ref TValue GetValueRefOrNullRef<TKey, TValue>(Dictionary<TKey, TValue> dictionary, TKey key)
        where TKey : notnull
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrNullRef(dictionary, key);
        Entries<TKey, TValue>.Take(dictionary);
        return ref value;
    }
#pragma warning restore CS8619

    /// <summary>The values of a dictionary lie in an array of its own.</summary>
    private static class Entries<TKey, TValue>
        where TKey : notnull
    {
        private static readonly FieldInfo Field =
            typeof(Dictionary<TKey, TValue>).GetField("_entries", BindingFlags.Instance | BindingFlags.NonPublic)!;

        public static void Take(Dictionary<TKey, TValue> dictionary)
        {
            if (Operation.Current is { } operation && Field.GetValue(dictionary) is Array { Length: > 0 } entries)
                operation.Addresses.AddArray(entries);
        }
    }

    private static class Items<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_items")]
        public static extern ref T[] Of(List<T> list);
    }
}
