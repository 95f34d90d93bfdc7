using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
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
    private static readonly ConcurrentDictionary<Type, bool> Identities = new();

    /// <summary>What <c>GetHashCode</c> says: of the value, for a type that has a method of its own.</summary>
    public static int Of(Operation operation, object value) => value switch
    {
        string text => Of(text),
        _ when HasIdentity(value.GetType()) => OfIdentity(operation, value),
        _ => value.GetHashCode(),
    };

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

    private static bool HasIdentity(Type type) => Identities.GetOrAdd(
        type,
        static type => type.GetMethod(nameof(GetHashCode), BindingFlags.Instance | BindingFlags.Public, [])?.DeclaringType == typeof(object));

    private sealed record Identity(int Code);

    private sealed class Counter
    {
        private uint made;

        /// <summary>Spread over all bits, as the platform's are.</summary>
        public int Next() => unchecked((int)(++made * 0x9E3779B1u) & int.MaxValue);
    }
}
