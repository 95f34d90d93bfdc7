using System.Collections;
using System.Reflection;
using System.Text;
using Interleaving.Platform;
using Interleaving.Races;

namespace Interleaving.Models.Memory;

/// <summary>How many items the platform goes through when it goes through something from beginning to end.</summary>
internal static class Lengths
{
    private static readonly KnownTypes<MethodInfo?> Counters = new(Counter);

    /// <summary>Of an array, a text, a collection or a query over some; 0 of what only the program can count.</summary>
    public static long Of(object? collection)
    {
        switch (collection)
        {
            case null:
                return 0;
            case Array array:
                return array.LongLength;
            case string text:
                return text.Length;
            case StringBuilder builder:
                return builder.Length;
            default:
                break;
        }

        if (Counters.Of(collection.GetType()) is { } counter)
            return (int)counter.Invoke(collection, null)!;
        if (Footprint.Of(collection.GetType()).Kind != FootprintKind.View)
            return 0;
        var viewed = new List<object>();
        Footprint.Collect(collection, viewed);
        return viewed.Sum(one => ReferenceEquals(one, collection) ? 0 : Of(one));
    }

    /// <summary>The platform's own count; not one that the program has put in its place.</summary>
    private static MethodInfo? Counter(Type type)
    {
        if (!References.IsPlatform(type.Assembly.GetName().Name!))
            return null;
        var counted = type.GetInterfaces().FirstOrDefault(one => one == typeof(ICollection)
            || (one.IsGenericType && one.GetGenericTypeDefinition() is var definition
                && (definition == typeof(IReadOnlyCollection<>) || definition == typeof(ICollection<>))));
        return counted?.GetProperty(nameof(ICollection.Count))!.GetMethod;
    }
}
