using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>The platform's collections that are not made for several threads, and which of their members only read.</summary>
internal static class Collections
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections.ArrayList",
        "System.Collections.BitArray",
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IEnumerable`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlySet`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.LinkedList`1",
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.OrderedDictionary`2",
        "System.Collections.Generic.PriorityQueue`2",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.SortedList`2",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.Stack`1",
        "System.Collections.Hashtable",
        "System.Collections.ICollection",
        "System.Collections.IDictionary",
        "System.Collections.IEnumerable",
        "System.Collections.IList",
        "System.Collections.ObjectModel.Collection`1",
        "System.Collections.Queue",
        "System.Collections.SortedList",
        "System.Collections.Stack",
        "System.Text.StringBuilder");

    private static readonly FrozenSet<string> Reads = FrozenSet.Create(
        StringComparer.Ordinal,
        "AsReadOnly", "BinarySearch", "ConvertAll", "CopyTo", "Equals", "Exists", "ForEach", "GetAlternateLookup", "GetByIndex",
        "GetChunks", "GetEnumerator", "GetHashCode", "GetKey", "GetRange", "GetViewBetween", "IndexOf", "IndexOfKey",
        "IndexOfValue", "LastIndexOf", "Overlaps", "Peek", "SetEquals", "Slice", "ToArray", "ToString", "TrueForAll", "TryPeek");

    private static readonly string[] ReadPrefixes = ["get_", "Contains", "Find", "Has", "Is", "TryGet"];

    /// <summary>Members of <see cref="Enumerable"/> that go through their source at once.</summary>
    private static readonly FrozenSet<string> Eager = FrozenSet.Create(
        StringComparer.Ordinal,
        "Aggregate", "All", "Any", "Average", "Contains", "Count", "ElementAt", "ElementAtOrDefault", "First", "FirstOrDefault", "Last",
        "LastOrDefault", "LongCount", "Max", "MaxBy", "Min", "MinBy", "SequenceEqual", "Single", "SingleOrDefault", "Sum", "ToArray",
        "ToDictionary", "ToHashSet", "ToList", "ToLookup");

    /// <summary>Whether the call goes through the collection that is this argument, before it returns.</summary>
    public static bool Enumerates(MethodReference callee, int argument)
    {
        var type = callee.Parameters[argument].ParameterType.GetElementType().FullName;
        if (!Types.Contains(type))
            return false;
        return callee.DeclaringType.GetElementType().FullName switch
        {
            "System.Linq.Enumerable" => argument == 0 && Eager.Contains(callee.Name),
            "System.String" => callee.Name is "Join" or "Concat",
            "System.Threading.Tasks.Task" => false,
            var declaring => Types.Contains(declaring) && callee.Name is not "Equals",
        };
    }

    /// <summary>True when the call writes, false when it only reads, null when it is on nothing of the kind.</summary>
    public static bool? Access(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (callee.Name == ".ctor" || !Types.Contains(type.FullName))
            return null;
        return !Reads.Contains(callee.Name)
            && !Array.Exists(ReadPrefixes, prefix => callee.Name.StartsWith(prefix, StringComparison.Ordinal));
    }
}
