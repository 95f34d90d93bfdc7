using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.Models.Threads;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>
/// Hash codes that are the same in every execution and every process: the platform draws those of objects at random, and
/// those of strings from a seed of the process.
/// </summary>
internal static class StableHash
{
    private const uint Prime = 16_777_619;
    private const uint Start = 2_166_136_261;
    private static readonly object CountKey = new();
    private static readonly ConcurrentDictionary<Type, HashKind> Kinds = new();

    /// <summary>What <c>GetHashCode</c> says: of the value, for a type that has a method of its own.</summary>
    public static int Of(Operation operation, object value) => value switch
    {
        string text => Of(text),
        Thread thread => ThreadModel.get_ManagedThreadId(thread),
        MemberInfo member => Of(member.ToString()!),
        Delegate called => OfDelegate(operation, called),
        ITuple tuple when value.GetType().Assembly == typeof(ITuple).Assembly => OfTuple(operation, tuple),
        _ => Kind(value.GetType()) switch
        {
            HashKind.Identity => OfIdentity(operation, value),
            HashKind.Fields => OfFields(operation, value),
            _ => value.GetHashCode(),
        },
    };

    /// <summary>What a comparer of the platform says; null when it is another's, or nothing is to be changed about it.</summary>
    public static int? By<T>(object comparer, T value)
    {
        if (Operation.Current is not { } operation || comparer is null)
            return null;
        if (comparer is ReferenceEqualityComparer)
            return value is null ? 0 : OfIdentity(operation, value);
        if (value is string text && ReferenceEquals(comparer, StringComparer.Ordinal))
            return Of(text);
        if (value is string same && ReferenceEquals(comparer, StringComparer.OrdinalIgnoreCase))
            return Of(same.ToUpperInvariant());
        return IsDefault(comparer.GetType()) ? OfAny(operation, value) : null;
    }

    /// <summary>The number of the object among those that were asked.</summary>
    public static int OfIdentity(Operation operation, object value) => operation.Execution.State(
        value, _ => new Identity(operation.Execution.State(CountKey, static _ => new Counter()).Next())).Code;

    /// <summary>Combines the hash codes of several values (FNV-1a: Fowler, Noll and Vo, 1991).</summary>
    public static int Combine(params ReadOnlySpan<int> codes)
    {
        var hash = Start;
        foreach (var code in codes)
            hash = unchecked((hash ^ (uint)code) * Prime);
        return unchecked((int)hash);
    }

    /// <summary>The hash code of a value that is given to <see cref="HashCode"/>.</summary>
    public static int OfAny<T>(Operation operation, T value) => value is null ? 0 : Of(operation, value);

    private static int Of(string text)
    {
        var hash = Start;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * Prime);
        return unchecked((int)hash);
    }

    /// <summary>Of what it calls: two delegates over one method of one object are equal.</summary>
    private static int OfDelegate(Operation operation, Delegate called)
    {
        var code = 0;
        foreach (var one in called.GetInvocationList())
            code = Combine(code, one.Target is { } target ? OfIdentity(operation, target) : 0, Of(one.Method.Name));
        return code;
    }

    private static int OfTuple(Operation operation, ITuple tuple)
    {
        var code = 0;
        for (var i = 0; i < tuple.Length; i++)
            code = Combine(code, OfAny(operation, tuple[i]));
        return code;
    }

    /// <summary>A struct that leaves it to the platform: equal where all fields are.</summary>
    private static int OfFields(Operation operation, object value)
    {
        var code = 0;
        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            code = Combine(code, field.FieldType.IsPointer ? 0 : OfAny(operation, field.GetValue(value)));
        return code;
    }

    private static HashKind Kind(Type type) => Kinds.GetOrAdd(
        type,
        static type => type.GetMethod(nameof(GetHashCode), BindingFlags.Instance | BindingFlags.Public, [])?.DeclaringType switch
        {
            var declaring when declaring == typeof(object) => HashKind.Identity,
            var declaring when declaring == typeof(ValueType) => HashKind.Fields,
            _ => HashKind.Own,
        });

    /// <summary>What <see cref="EqualityComparer{T}.Default"/> is, for whatever type.</summary>
    private static bool IsDefault(Type comparer) =>
        comparer.Assembly == typeof(object).Assembly && comparer.Namespace == "System.Collections.Generic"
        && comparer.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(EqualityComparer<>);

    private enum HashKind
    {
        Own,
        Identity,
        Fields,
    }

    private sealed record Identity(int Code);

    private sealed class Counter
    {
        private uint made;

        /// <summary>Spread over all bits, as the platform's are: the last step of MurmurHash3 (Appleby, 2011).</summary>
        public int Next()
        {
            var code = ++made;
            code = unchecked((code ^ (code >> 16)) * 0x85EBCA6Bu);
            code = unchecked((code ^ (code >> 13)) * 0xC2B2AE35u);
            return (int)((code ^ (code >> 16)) & int.MaxValue);
        }
    }
}
