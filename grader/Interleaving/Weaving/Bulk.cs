using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// What a call of the platform that no model stands in for does to an array, a span or a memory that it is given: it reads what a
/// read-only span shows, and writes what another shows unless it is known to read alone. Of an array, only the name can tell.
/// </summary>
internal static class Bulk
{
    /// <summary>Types that keep what they are given, look at its length alone, or are modelled.</summary>
    private static readonly FrozenSet<string> Keeping = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.ArraySegment`1", "System.Buffer", "System.GC", "System.Memory`1", "System.ReadOnlyMemory`1", "System.Span`1",
        "System.ReadOnlySpan`1", "System.Activator", "System.Buffers.ArrayPool`1", "System.Buffers.MemoryPool`1", "System.Buffers.MemoryManager`1",
        "System.Buffers.ReadOnlySequence`1", "System.Delegate", "System.Object", "System.Linq.Enumerable");

    private static readonly string[] KeepingSpaces = ["System.Threading", "System.Runtime", "System.Reflection", "System.Linq.", "System.Net.Http"];

    /// <summary>Static methods of arrays that keep one, or may stop on the way: what they did not read, they do not race for.</summary>
    private static readonly string[] Looking = ["AsReadOnly", "BinarySearch", "CreateInstance", "Exists", "Find", "IndexOf", "LastIndexOf", "TrueForAll"];

    /// <summary>Methods that fill an array.</summary>
    private static readonly FrozenSet<string> Filling = FrozenSet.Create(
        StringComparer.Ordinal,
        "Clear", "CopyTo", "Fill", "GetItems", "GetNonZeroBytes", "GetValues", "NextBytes", "Resize", "Reverse", "Shuffle", "Sort", "TryCopyTo", "TryWriteBytes");

    /// <summary>Members of <see cref="MemoryExtensions"/> that change a span; the others look at it.</summary>
    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        StringComparer.Ordinal,
        "CopyTo", "Replace", "Reverse", "Sort", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "TryCopyTo", "TryWrite");

    /// <summary>How the call accesses the argument: <see cref="Touching.Read"/>, <see cref="Touching.Write"/> or not at all.</summary>
    public static Touching Argument(MethodReference callee, int argument)
    {
        var type = TypeShapes.Unmodified(callee.Parameters[argument].ParameterType);
        if (!IsArray(type) && Span(type) is null && Memory(type) is null)
            return Touching.None;
        if (!Texts.IsHandler(callee.DeclaringType) && (IsKeeping(callee) || HandsOn(callee)))
            return Touching.None;
        if (IsArray(type))
            return OfArray(callee, argument);
        if (type.Name.StartsWith("ReadOnly", StringComparison.Ordinal))
            return Touching.Read;
        return callee.DeclaringType.FullName == "System.MemoryExtensions" && !Changing.Contains(callee.Name) ? Touching.Read : Touching.Write;
    }

    /// <summary>Whether the argument says at which item the call begins, or how many it takes.</summary>
    public static bool Says(MethodReference callee, int argument, params ReadOnlySpan<string> names)
    {
        if (argument >= callee.Parameters.Count || callee.Parameters[argument].ParameterType.MetadataType != MetadataType.Int32
            || TypeShapes.TryResolve(callee)?.Parameters[argument].Name is not { } name)
            return false;
        foreach (var one in names)
        {
            if (name.Contains(one, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>How many bytes a call reads or writes that makes a number of them, or the reverse; 0 of other calls.</summary>
    public static int Width(MethodReference callee)
    {
        if (callee.DeclaringType.FullName is not ("System.BitConverter" or "System.Buffers.Binary.BinaryPrimitives"))
            return 0;
        return callee.Name.StartsWith("To", StringComparison.Ordinal) || callee.Name.StartsWith("Read", StringComparison.Ordinal) ? Width(callee.ReturnType)
            : callee.Name.StartsWith("Try", StringComparison.Ordinal) || callee.Name.StartsWith("Write", StringComparison.Ordinal)
                ? Width(callee.Parameters[^1].ParameterType)
            : 0;
    }

    private static int Width(TypeReference type) => (type is ByReferenceType reference ? reference.ElementType : type).FullName switch
    {
        "System.Boolean" or "System.Byte" or "System.SByte" => 1,
        "System.Char" or "System.Int16" or "System.UInt16" or "System.Half" => 2,
        "System.Int32" or "System.UInt32" or "System.Single" => 4,
        "System.Int64" or "System.UInt64" or "System.Double" or "System.IntPtr" or "System.UIntPtr" => 8,
        "System.Int128" or "System.UInt128" => 16,
        _ => 0,
    };

    public static bool IsArray(TypeReference type) => type is ArrayType { Rank: 1 } || type.FullName == "System.Array";

    /// <summary>The type of what a span shows; null when it is none.</summary>
    public static TypeReference? Span(TypeReference type) => Shown(type, "System.Span`1", "System.ReadOnlySpan`1");

    /// <summary>The same of a memory.</summary>
    public static TypeReference? Memory(TypeReference type) => Shown(type, "System.Memory`1", "System.ReadOnlyMemory`1");

    private static TypeReference? Shown(TypeReference type, string one, string other) =>
        type is GenericInstanceType { GenericArguments: [var shown] } instance && (instance.ElementType.FullName == one || instance.ElementType.FullName == other)
        && TypeShapes.CanBeArgument(shown)
            ? shown
            : null;

    private static bool IsKeeping(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        var space = type.DeclaringType?.Namespace ?? type.Namespace;
        if (space == "System.Runtime.Intrinsics" || (space == "System.Runtime.InteropServices" && callee.Name is "Read" or "TryRead" or "Write" or "TryWrite"))
            return false;
        if (type.FullName == "System.Array")
            return Array.Exists(Looking, start => callee.Name.StartsWith(start, StringComparison.Ordinal));
        return Keeping.Contains(type.FullName) || Array.Exists(KeepingSpaces, start => space.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>What comes out shows what went in; or the object that is made keeps it.</summary>
    private static bool HandsOn(MethodReference callee)
    {
        if (callee.Name == ".ctor")
            return TypeShapes.IsByRefLike(callee.DeclaringType) || !(TypeShapes.IsValueType(callee.DeclaringType) || callee.DeclaringType.FullName == "System.String");
        var result = TypeShapes.Unmodified(callee.ReturnType);
        return result is ByReferenceType or PointerType || TypeShapes.IsByRefLike(result) || Memory(result) is not null
            || result.Name.StartsWith("ArraySegment", StringComparison.Ordinal);
    }

    private static Touching OfArray(MethodReference callee, int argument)
    {
        var items = (TypeShapes.Unmodified(callee.Parameters[argument].ParameterType) as ArrayType)?.ElementType.MetadataType;
        return callee.Name switch
        {
            "GetBytes" => items == MetadataType.Byte ? Touching.Write : Touching.Read,
            "GetChars" => items == MetadataType.Char ? Touching.Write : Touching.Read,
            _ => Filling.Contains(callee.Name) || callee.Name.StartsWith("Read", StringComparison.Ordinal) || IsTarget(callee, argument)
                ? Touching.Write
                : Touching.Read,
        };
    }

    private static bool IsTarget(MethodReference callee, int argument) =>
        TypeShapes.TryResolve(callee)?.Parameters[argument].Name is { } name
        && (name.StartsWith("dest", StringComparison.OrdinalIgnoreCase) || name.StartsWith("out", StringComparison.OrdinalIgnoreCase));
}
