using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using Interleaving.Platform;

namespace Interleaving.Models.Hashing;

/// <summary>Where the hash code of a type's values comes from.</summary>
internal enum HashKind
{
    /// <summary>A method of the type, which says the same in every process.</summary>
    Own,

    /// <summary>Who it is.</summary>
    Identity,

    /// <summary>All of its fields.</summary>
    Fields,

    /// <summary>A method of the platform that hashes a text, by a seed of the process.</summary>
    Text,
}

/// <summary>The kind of each type.</summary>
internal static class HashKinds
{
    /// <summary>
    /// Structs of the platform that are equal when their fields are, and whose own method goes by the identity of an object or by a seed
    /// of the process.
    /// </summary>
    private static readonly FrozenSet<Type> Drawn = FrozenSet.ToFrozenSet<Type>(
    [
        typeof(Memory<>), typeof(ReadOnlyMemory<>), typeof(ArraySegment<>), typeof(ImmutableArray<>), typeof(ReadOnlySequence<>),
        typeof(SequencePosition), typeof(Range), typeof(Int128), typeof(UInt128), typeof(Complex), typeof(Vector2), typeof(Vector3),
        typeof(Vector4), typeof(Quaternion), typeof(Plane), typeof(Matrix3x2), typeof(Matrix4x4), typeof(CancellationToken),
        typeof(ValueTask), typeof(ValueTask<>),
    ]);

    /// <summary>Classes of the platform whose method hashes a name or an address. Its comparers, which are found by what they are, hash theirs.</summary>
    private static readonly FrozenSet<Type> Texts = FrozenSet.ToFrozenSet<Type>(
    [
        typeof(Uri), typeof(CultureInfo), typeof(CompareInfo), typeof(TextInfo), typeof(RegionInfo), typeof(SortKey), typeof(TimeZoneInfo),
        typeof(Encoding), typeof(UTF8Encoding), typeof(UnicodeEncoding), typeof(UTF32Encoding),
        typeof(EncoderReplacementFallback), typeof(DecoderReplacementFallback),
    ]);

    private static readonly KnownTypes<HashKind> Kinds = new(Find);

    public static HashKind Of(Type type) => Kinds.Of(type);

    private static HashKind Find(Type type) => type.GetMethod(nameof(GetHashCode), BindingFlags.Instance | BindingFlags.Public, [])?.DeclaringType switch
    {
        var declaring when declaring == typeof(object) => HashKind.Identity,
        { } declaring when Texts.Contains(declaring) || (declaring.Assembly == typeof(object).Assembly && declaring.IsAssignableTo(typeof(IEqualityComparer))) => HashKind.Text,
        var declaring when declaring == typeof(ValueType) || Drawn.Contains(Definition(type)) => HashKind.Fields,
        _ => HashKind.Own,
    };

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;
}
