using System.Collections.Frozen;
using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.Platform;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// The table of what the platform's methods cost that are called as they are. A method that a model stands in for costs by what the
/// model reads and writes (<see cref="Models.Memory.BulkAccess"/>); what a LINQ operator goes through at once is counted where it is
/// seen (<see cref="Hooks.Enumerate"/>), and its lambdas, being woven, count for themselves.
/// </summary>
internal static class Costs
{
    /// <summary>A number of as many words as it takes.</summary>
    public const string BigNumber = "System.Numerics.BigInteger";

    private static readonly FrozenSet<string> Sorting = FrozenSet.Create(
        StringComparer.Ordinal, "Sort", "Order", "OrderBy", "OrderByDescending", "OrderDescending");

    /// <summary>Types whose methods go through what they are given unless they stand in <see cref="Short"/>.</summary>
    private static readonly FrozenSet<string> LongTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Array", "System.Buffer", "System.MemoryExtensions", "System.String", "System.Collections.Generic.CollectionExtensions",
        "System.Collections.BitArray", "System.Text.Encoding", "System.Convert", "System.Numerics.Tensors.TensorPrimitives",
        "System.Text.RegularExpressions.Regex");

    private static readonly FrozenSet<string> Short = FrozenSet.Create(
        StringComparer.Ordinal,
        "AsMemory", "AsReadOnly", "AsSpan", "BinarySearch", "ByteLength", "CreateInstance", "Empty", "Equals", "Get", "GetHashCode", "GetLength",
        "GetLongLength", "GetLowerBound", "GetUpperBound", "GetValue", "Intern", "IsNullOrEmpty", "Set", "SetValue", "get_Chars", "get_Count",
        "get_IsReadOnly", "get_Item", "get_Length", "get_LongLength", "get_Rank", "op_Equality", "op_Implicit", "op_Inequality", "set_Item");

    /// <summary>Methods of collections and texts that look at all, or move most, of what they hold.</summary>
    private static readonly FrozenSet<string> Long = FrozenSet.Create(
        StringComparer.Ordinal,
        "Clear", "ContainsValue", "ConvertAll", "CopyTo", "EnsureCapacity", "ExceptWith", "Exists", "Find",
        "FindAll", "FindIndex", "FindLast", "FindLastIndex", "ForEach", "GetRange", "IndexOf", "IndexOfValue", "InsertRange", "IntersectWith",
        "IsProperSubsetOf", "IsProperSupersetOf", "IsSubsetOf", "IsSupersetOf", "LastIndexOf", "Overlaps", "RemoveAll",
        "RemoveRange", "RemoveWhere", "Replace", "Reverse", "SetEquals", "Slice", "SymmetricExceptWith", "ToArray", "ToString", "TrimExcess",
        "TrueForAll");

    /// <summary>What adds to the end of a collection or a text.</summary>
    private static readonly FrozenSet<string> Adding = FrozenSet.Create(
        StringComparer.Ordinal, "AddRange", "Append", "AppendLine", "PushRange", "UnionWith");

    /// <summary>What finds an item of a set or dictionary, if not told otherwise.</summary>
    private static readonly FrozenSet<string> Keyed = FrozenSet.Create(
        StringComparer.Ordinal,
        "Add", "Contains", "ContainsKey", "GetValueOrDefault", "Remove", "SetItem", "TryAdd", "TryGetValue", "get_Item", "set_Item");

    /// <summary>Methods of texts that cost by what they make, however few pieces that is made of.</summary>
    private static readonly FrozenSet<string> Making = FrozenSet.Create(StringComparer.Ordinal, "Concat", "Format", "Join", "PadLeft", "PadRight");

    private static readonly FrozenSet<string> Comparing = FrozenSet.Create(
        StringComparer.Ordinal, "Equals", "GetHashCode", "op_Equality", "op_Inequality");

    private static readonly FrozenSet<string> Comparers = FrozenSet.Create(
        StringComparer.Ordinal,
        "Comparer`1", "EqualityComparer`1", "IComparable`1", "IComparer`1", "IEqualityComparer`1", "IEquatable`1", "StringComparer");

    /// <summary>Types whose numbers are read from texts.</summary>
    private static readonly FrozenSet<string> Numbers = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Byte", "System.Decimal", "System.Double", "System.Int128", "System.Int16", "System.Int32", "System.Int64", "System.SByte",
        "System.Single", "System.UInt128", "System.UInt16", "System.UInt32", "System.UInt64");

    /// <summary>What finds an item at once in a set or dictionary goes through a list.</summary>
    private static readonly FrozenSet<string> InLists = FrozenSet.Create(StringComparer.Ordinal, "Contains", "Remove");

    private static readonly FrozenSet<string> Lists = FrozenSet.Create(
        StringComparer.Ordinal, "List`1", "LinkedList`1", "Queue`1", "Stack`1", "ArrayList", "Queue", "Stack", "Collection`1", "IList`1", "IList", "PriorityQueue`2");

    /// <param name="callee">The method.</param>
    /// <param name="constrained">The struct that it is called on, where it is called by a base type's name.</param>
    public static Cost Of(MethodReference callee, TypeReference? constrained)
    {
        var type = (constrained is { FullName: BigNumber } ? constrained : callee.DeclaringType).GetElementType();
        var name = callee.Name;
        if (type.FullName is "System.Linq.Enumerable")
            return Sorting.Contains(name) ? Cost.Sorting : name == "Contains" ? Cost.Length : Cost.None;
        if (type.FullName is BigNumber)
            return OfBigNumber(name);
        if (Numbers.Contains(type.FullName))
            return name is "Parse" or "TryParse" ? Cost.Glance : Cost.None;
        if (type.MetadataType == MetadataType.String && (Making.Contains(name) || Comparing.Contains(name)))
            return Making.Contains(name) ? Cost.Result : Cost.Glance;
        if (Comparers.Contains(type.Name) && (name is "Compare" or "CompareTo" or "Equals"))
            return type.Name == "StringComparer" || IsOfTexts(callee.DeclaringType) ? Cost.Key : Cost.None;
        var isLong = LongTypes.Contains(type.FullName);
        var isCollection = Collections.IsOne(type) || type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen";
        if (!isLong && !isCollection)
            return Cost.None;
        if (name == "Sort")
            return Cost.Sorting;
        if (isLong)
            return Short.Contains(name) ? Cost.None : Cost.Length;
        if (Adding.Contains(name))
            return Cost.Given;
        if (name is "AppendJoin" or "AppendFormat")
            return Cost.Growth;
        if (name is "Insert" or "RemoveAt" && callee.Parameters[0].ParameterType.MetadataType == MetadataType.Int32)
            return Cost.Moved;
        if (Long.Contains(name) || (InLists.Contains(name) && Lists.Contains(type.Name)))
            return Cost.Length;
        return Keyed.Contains(name) && IsOfTexts(callee.DeclaringType) ? Cost.Key : Cost.None;
    }

    private static bool IsOfTexts(TypeReference type) =>
        !Lists.Contains(type.Name) && type is GenericInstanceType { GenericArguments: [{ MetadataType: MetadataType.String }, ..] };

    private static Cost OfBigNumber(string name) => name switch
    {
        "ModPow" => Cost.Cubed,
        "Divide" or "DivRem" or "GreatestCommonDivisor" or "Log" or "Log10" or "Multiply" or "Parse" or "Pow" or "Remainder" or "ToString" or "TryFormat"
            or "TryParse" or "op_Division" or "op_Modulus" or "op_Multiply" => Cost.Squared,
        _ => CompilerNames.IsGetter(name) || name is "op_Implicit" ? Cost.None : Cost.Length,
    };

    /// <summary>The parameter that says how many items are meant; −1 when all are.</summary>
    public static int Counter(MethodReference callee)
    {
        if (TypeShapes.TryResolve(callee) is not { } definition)
            return -1;
        for (var i = 0; i < definition.Parameters.Count; i++)
        {
            if (definition.Parameters[i] is { Name: "count" or "length" or "repeatCount", ParameterType.MetadataType: MetadataType.Int32 })
                return i;
        }

        return -1;
    }
}
