using System.Collections.Frozen;
using Interleaving.Naming;
using Interleaving.Platform;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// How a call accesses an object of the platform of whose type nothing special is known: a setter and a method that returns
/// nothing write it, a getter and any other method read it. What a call really accesses is seen when it happens
/// (<see cref="Races.Footprint"/>).
/// </summary>
internal static class PlatformState
{
    /// <summary>Methods that return nothing and leave the object as it is.</summary>
    private static readonly FrozenSet<string> OnlyRead = FrozenSet.Create(
        StringComparer.Ordinal,
        "CopyTo", "ForEach", "Handle", "Save", "Validate", "WriteContentTo", "WriteTo");

    /// <summary>Members that end the object, hand it out or look at nothing that changes.</summary>
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal,
        ".ctor", "Close", "Dispose", "DisposeAsync", "Equals", "Finalize", "GetHashCode", "GetLifetimeService", "GetObjectData", "GetType",
        "InitializeLifetimeService", "MakeReadOnly", "MemberwiseClone", "ToString");

    /// <summary>How the names of methods begin that return something and change the object all the same.</summary>
    private static readonly string[] Changing =
    [
        "Add", "Append", "Clear", "Dequeue", "Enqueue", "Insert", "Move", "Pop", "Push", "Read", "Remove", "Replace", "Reset", "Seek", "Set",
        "Take", "TryAdd", "TryRemove", "TryTake", "Update", "Write",
    ];

    /// <summary>Types whose methods change the object unless their name says otherwise.</summary>
    private static readonly FrozenSet<string> Stateful = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.IO.BinaryReader", "System.IO.BinaryWriter", "System.IO.BufferedStream", "System.IO.FileStream", "System.Text.Decoder",
        "System.Text.Encoder", "System.Text.Json.Utf8JsonWriter", "System.Buffers.ArrayBufferWriter`1", "System.Buffers.IBufferWriter`1",
        "System.IO.Compression.ZipArchive",
        "System.Security.Cryptography.HashAlgorithm", "System.Security.Cryptography.IncrementalHash", "System.Xml.XmlReader", "System.Xml.XmlWriter",
        "System.Security.Cryptography.ICryptoTransform");

    public static Touching Receiver(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (Harmless.Contains(callee.Name) || IsEvent(callee.Name) || type.MetadataType == MetadataType.Object)
            return Touching.None;
        var isStateful = Stateful.Contains(type.FullName);
        if (TypeShapes.TryResolve(type) is not { IsValueType: false } definition || (definition.IsInterface && !isStateful) || IsApart(definition))
            return Touching.None;
        if (CompilerNames.IsGetter(callee.Name) || OnlyRead.Contains(callee.Name))
            return Touching.Read;
        if (ReadsOn(type, callee.Name))
            return Touching.ReadOn;
        return isStateful || callee.ReturnType.MetadataType == MetadataType.Void || Changes(type, callee.Name) ? Touching.Write : Touching.Read;
    }

    /// <summary>Whether it is a member of a reader or a stream that changes the place in it alone.</summary>
    public static bool ReadsOn(TypeReference type, string name) =>
        type.Namespace == "System.IO"
        && (name is "Seek" or "set_Position" or "CopyTo" or "PeekChar" || name.StartsWith("Read", StringComparison.Ordinal));

    private static bool Changes(TypeReference type, string name) =>
        name == CompilerNames.MoveNext
        || type.Namespace != "System.Globalization" && Array.Exists(Changing, start => name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Handlers are added and taken away by compare-and-swap.</summary>
    private static bool IsEvent(string name) =>
        name.StartsWith("add_", StringComparison.Ordinal) || name.StartsWith("remove_", StringComparison.Ordinal);

    /// <summary>A type is also what it derives from.</summary>
    private static bool IsApart(TypeDefinition definition)
    {
        var isApart = false;
        for (var type = definition; type is not null; type = type.BaseType is { } parent ? TypeShapes.TryResolve(parent) : null)
        {
            if (ThreadSafety.IsPlainBase(type.FullName) || ThreadSafety.IsCollection(type.Namespace, type.Name))
                return false;
            isApart |= type.BaseType is not null && ThreadSafety.IsApart(Outer(type), type.FullName);
        }

        return isApart;
    }

    private static string Outer(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }
}
