using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>How a call of the platform accesses the object that it is made on.</summary>
internal enum Touching
{
    /// <summary>Not at all, as far as sharing goes.</summary>
    None,

    /// <summary>Reads it.</summary>
    Read,

    /// <summary>Writes it.</summary>
    Write,

    /// <summary>Reads all its items.</summary>
    ReadItems,

    /// <summary>Reads the item with the index that is the first argument.</summary>
    ReadItem,

    /// <summary>Writes the item with the index that is the first argument.</summary>
    WriteItem,

    /// <summary>Goes on from one item to the next.</summary>
    Advance,

    /// <summary>Goes through the object and the collections in it, as a serializer does.</summary>
    ReadGraph,

    /// <summary>Reads on from where it stands, and so writes where that is; what it reads from is only read.</summary>
    ReadOn,

    /// <summary>Reads where an enumerator stands.</summary>
    ReadPlace,

    /// <summary>Writes where an enumerator stands, and reads nothing of what it goes over.</summary>
    WritePlace,

    /// <summary>Shows it as text, or asks it how to.</summary>
    Show,
}

/// <summary>
/// The platform's types that are not made for several threads, as far as a signature tells, and which of their members only
/// read. What a call really accesses is seen when it happens (<see cref="Races.Footprint"/>).
/// </summary>
internal static class Collections
{
    private static readonly FrozenSet<string> Namespaces = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections", "System.Collections.Generic", "System.Collections.ObjectModel", "System.Collections.Specialized");

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Random", "System.Text.StringBuilder", "System.IO.MemoryStream", "System.IO.Stream", "System.IO.StreamReader",
        "System.IO.StreamWriter", "System.IO.StringReader", "System.IO.StringWriter", "System.IO.TextReader", "System.IO.TextWriter");

    private static readonly FrozenSet<string> Reads = FrozenSet.Create(
        StringComparer.Ordinal,
        "BinarySearch", "ConvertAll", "CopyTo", "Exists", "ForEach", "GetAlternateLookup", "GetByIndex",
        "GetBuffer", "GetChunks", "GetEnumerator", "GetKey", "GetKeyList", "GetRange", "GetValueList", "GetValues", "GetViewBetween",
        "IndexOf", "IndexOfKey", "IndexOfValue", "LastIndexOf", "MoveNext", "Overlaps", "Peek", "SetEquals", "Slice", "ToArray",
        "ToImmutable", "ToString", "TrueForAll", "TryPeek", "WriteTo");

    private static readonly string[] ReadPrefixes = ["get_", "Contains", "Find", "Has", "Is", "TryGet"];

    /// <summary>Members that look at nothing that others may change, or only at the caller's own enumerator.</summary>
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal,
        "AsReadOnly", "Compare", "Dispose", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "Reset", "get_Comparer",
        "get_Current", "get_Default", "get_Entry", "get_IsFixedSize", "get_IsReadOnly", "get_IsSynchronized", "get_Key", "get_SyncRoot",
        "GetStringBuilder", "get_NewLine", "get_Encoding", "get_CanRead", "get_CanSeek", "get_CanWrite");

    /// <summary>Members of an interface that go through all items, of an array as well.</summary>
    private static readonly FrozenSet<string> Whole =
        FrozenSet.Create(StringComparer.Ordinal, "Contains", "CopyTo", "IndexOf");

    /// <summary>What compares two arrays item by item, where it is told to.</summary>
    private static readonly FrozenSet<string> Structural = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections.IComparer", "System.Collections.IEqualityComparer", "System.Collections.IStructuralComparable",
        "System.Collections.IStructuralEquatable");

    /// <summary>Members of <see cref="Enumerable"/> that go through their source at once.</summary>
    private static readonly FrozenSet<string> Eager = FrozenSet.Create(
        StringComparer.Ordinal,
        "Aggregate", "AggregateBy", "Average", "Count", "CountBy", "Last", "LastOrDefault", "LongCount", "Max", "MaxBy", "Min", "MinBy",
        "SequenceEqual", "Single", "SingleOrDefault", "Sum", "ToArray", "ToDictionary", "ToHashSet", "ToList", "ToLookup");

    /// <summary>Members that look at their source at once, but may stop before its end.</summary>
    private static readonly FrozenSet<string> Partial = FrozenSet.Create(
        StringComparer.Ordinal,
        "All", "Any", "Contains", "ElementAt", "ElementAtOrDefault", "First", "FirstOrDefault", "TryGetNonEnumeratedCount");

    /// <summary>How the call accesses the collection that is this argument, before it returns.</summary>
    public static Touching Argument(MethodReference callee, int argument)
    {
        if (IsSerialised(callee, argument))
            return Touching.ReadGraph;
        var type = TypeShapes.Unmodified(callee.Parameters[argument].ParameterType);
        if (Structural.Contains(callee.DeclaringType.FullName))
            return All(type.MetadataType == MetadataType.Object);
        if (type is GenericParameter or ByReferenceType or PointerType || (type is not ArrayType && !IsOne(type.GetElementType())))
            return Touching.None;
        var declaring = callee.DeclaringType.GetElementType();
        return declaring.FullName switch
        {
            "System.Linq.Enumerable" => Partial.Contains(callee.Name) ? Touching.Read : All(Eager.Contains(callee.Name)),
            "System.Linq.ImmutableArrayExtensions" or "System.Collections.Generic.CollectionExtensions" =>
                callee.Name is "TryAdd" or "AddRange" or "Remove" or "InsertRange" && argument == 0 ? Touching.Write : Touching.Read,
            "System.String" => All(callee.Name is "Join" or "Concat"),
            "System.Text.StringBuilder" => All(callee.Name is "AppendJoin" or "Append" or "Equals" or ".ctor"),
            "System.Text.StringBuilder/AppendInterpolatedStringHandler" => Touching.Write,
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.Parallel" => type is ArrayType ? Touching.None : Touching.Read,
            "System.IO.Stream" or "System.IO.MemoryStream" => callee.Name is "CopyTo" or "WriteTo" ? Touching.Write : Touching.None,
            "System.Runtime.InteropServices.CollectionsMarshal" =>
                callee.Name is "GetValueRefOrAddDefault" or "SetCount" ? Touching.Write : Touching.Read,
            _ => All(GoesThrough(declaring, callee)),
        };
    }

    /// <summary>Whether it is a call on a struct that goes over a collection, or looks things up in it, and so is one on the collection.</summary>
    public static bool StandsForAnother(MethodReference callee) =>
        callee.Name == "MoveNext" || (callee.DeclaringType.Name == "AlternateLookup`1" && callee.Name is not ("get_Dictionary" or "get_Set"));

    /// <summary>How the call accesses the object that it is made on.</summary>
    public static Touching Receiver(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (type.FullName is "System.Collections.IStructuralComparable" or "System.Collections.IStructuralEquatable")
            return Touching.ReadItems;
        if (!IsOne(type))
            return PlatformState.Receiver(callee);
        if (Place(type, callee.Name) is not Touching.None and var place)
            return place;
        if (type.FullName == "System.Text.StringBuilder" && callee.Name == "Equals")
            return Touching.Read;
        if (callee.Name == ".ctor" || Harmless.Contains(callee.Name))
            return Touching.None;
        var isInterface = type.Name.StartsWith('I') && type.Name.Length > 1 && char.IsUpper(type.Name[1]);
        if (isInterface && callee.Name is "get_Item" or "set_Item" && type.Name.Contains("List", StringComparison.Ordinal))
            return callee.Name == "get_Item" ? Touching.ReadItem : Touching.WriteItem;
        if (isInterface && Whole.Contains(callee.Name))
            return Touching.ReadItems;
        if (isInterface && callee.Name == "MoveNext")
            return Touching.Advance;
        if (PlatformState.ReadsOn(type, callee.Name))
            return Touching.ReadOn;
        return Reads.Contains(callee.Name)
            || Array.Exists(ReadPrefixes, prefix => callee.Name.StartsWith(prefix, StringComparison.Ordinal))
            ? Touching.Read
            : Touching.Write;
    }

    private static Touching Place(TypeReference type, string name) => type.Name is not ("IEnumerator" or "IEnumerator`1" or "IDictionaryEnumerator")
        ? Touching.None
        : name switch
        {
            "get_Current" or "get_Entry" or "get_Key" or "get_Value" => Touching.ReadPlace,
            "Reset" => Touching.WritePlace,
            _ => Touching.None,
        };

    /// <summary>Whether a value of the type may be one that <see cref="Races.Footprint"/> knows.</summary>
    public static bool IsOne(TypeReference type)
    {
        var outer = type;
        while (outer.DeclaringType is { } declaring)
            outer = declaring;
        if (Types.Contains(outer.FullName))
            return true;
        if (outer.Namespace == "System.Collections.Immutable")
            return type.Name.StartsWith("Builder", StringComparison.Ordinal);
        return Namespaces.Contains(outer.Namespace) && !type.Name.StartsWith("IAsync", StringComparison.Ordinal)
            && !type.Name.Contains("Compar", StringComparison.Ordinal)
            && !type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal) && type.Name is not ("DictionaryEntry" or "StructuralComparisons");
    }

    /// <summary>Whether the argument is an object that a serializer of the platform goes through.</summary>
    private static bool IsSerialised(MethodReference callee, int argument) =>
        callee.Parameters[argument].ParameterType is GenericParameter or { MetadataType: MetadataType.Object }
        && callee.DeclaringType.FullName switch
        {
            "System.Text.Json.JsonSerializer" => callee.Name.StartsWith("Serialize", StringComparison.Ordinal),
            "System.Xml.Serialization.XmlSerializer" => callee.Name == "Serialize",
            "System.Runtime.Serialization.XmlObjectSerializer" or "System.Runtime.Serialization.DataContractSerializer"
                or "System.Runtime.Serialization.Json.DataContractJsonSerializer" => callee.Name is "WriteObject" or "WriteObjectContent",
            _ => false,
        };

    private static Touching All(bool goesThrough) => goesThrough ? Touching.ReadItems : Touching.None;

    /// <summary>
    /// The pairs that the call may go through item by item, as their type; null when it takes none. They may be a concurrent dictionary,
    /// which others change meanwhile.
    /// </summary>
    public static TypeReference? Pairs(MethodReference callee, int argument)
    {
        if (callee.DeclaringType.GetElementType().FullName is not ("System.Linq.Enumerable" or "System.Collections.Generic.List`1" or "System.Collections.Generic.HashSet`1")
            || callee.Name == "AsEnumerable")
            return null;
        return TypeShapes.Argument(callee.Parameters[argument], callee) is GenericInstanceType { Name: "IEnumerable`1", GenericArguments: [var item] }
            && item is GenericParameter or GenericInstanceType { Name: "KeyValuePair`2" } && TypeShapes.CanBeArgument(item)
            ? item
            : null;
    }

    /// <summary>Collections that are filled from others, and operations on two of them.</summary>
    private static bool GoesThrough(TypeReference declaring, MethodReference callee)
    {
        if (!declaring.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) && !(declaring.IsNested && IsOne(declaring)))
            return false;
        if (callee.Name is "Adapter" or "CopyTo" or "Equals" or "FixedSize" or "ReadOnly" or "Synchronized" || declaring.Name == "Partitioner")
            return false;

        // Wrappers only keep what they are given.
        return callee.Name != ".ctor" || declaring.Namespace != "System.Collections.ObjectModel" || declaring.Name == "ObservableCollection`1";
    }
}
