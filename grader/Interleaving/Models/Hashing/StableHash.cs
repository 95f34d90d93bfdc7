using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Interleaving.Models.Threads;
using Interleaving.Platform;
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

    /// <summary>What <c>GetHashCode</c> says: of the value, for a type that has a method of its own.</summary>
    public static int Of(Operation operation, object value) => value switch
    {
        string text => Of(text),
        Thread thread => ThreadModel.get_ManagedThreadId(thread),
        MemberInfo member => Of(member.ToString()!),
        Delegate called => OfDelegate(operation, called),
        ITuple tuple when value.GetType().Assembly == typeof(ITuple).Assembly => OfTuple(operation, tuple),
        // Its own number counts on over all that the process has ever registered.
        CancellationTokenRegistration registration => OfAny(operation, registration.Token),
        BigInteger number => Of(number.ToString(CultureInfo.InvariantCulture)),
        _ => HashKinds.Of(value.GetType()) switch
        {
            HashKind.Identity => OfIdentity(operation, value),
            HashKind.Fields => OfFields(operation, value),
            HashKind.Text => Of(TextOf(value)),
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
        if (value is string foreign && comparer is StringComparer and IEqualityComparer<string?> texts && StringComparer.IsWellKnownCultureAwareComparer(texts, out var culture, out var options))
            return Of(culture, foreign, options);
        if (value is IStructuralEquatable whole && ReferenceEquals(comparer, StructuralComparisons.StructuralEqualityComparer))
            return StructuralEquatableModel.GetHashCode(whole, StructuralComparisons.StructuralEqualityComparer);
        if (IsOfSets(comparer.GetType()) && value is IEnumerable items)
            return items.Cast<object?>().Aggregate(0, (sum, item) => sum ^ OfAny(operation, item));
        return IsDefault(comparer.GetType()) || ReferenceEquals(comparer, StructuralComparisons.StructuralEqualityComparer) ? OfAny(operation, value) : null;
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

    public static int Of(ReadOnlySpan<char> text)
    {
        Charges.By(text.Length, Cost.Glance);
        var hash = Start;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * Prime);
        return unchecked((int)hash);
    }

    /// <summary>Of what a culture compares.</summary>
    public static int Of(CompareInfo culture, string text, CompareOptions options) => options switch
    {
        CompareOptions.Ordinal => Of(text),
        CompareOptions.OrdinalIgnoreCase => Of(text.ToUpperInvariant()),
        _ => Of(culture.GetSortKey(text, options)),
    };

    /// <summary>What is the same for all that are equal.</summary>
    private static string TextOf(object value) => value switch
    {
        Uri { IsAbsoluteUri: true } address => address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped).ToUpperInvariant(),
        Uri address => address.OriginalString.ToUpperInvariant(),
        CultureInfo culture => culture.Name,
        CompareInfo culture => culture.Name,
        TextInfo culture => culture.CultureName,
        RegionInfo region => region.Name,
        TimeZoneInfo zone => zone.Id.ToUpperInvariant(),
        Encoding encoding => encoding.WebName,
        SortKey key => Convert.ToHexString(key.KeyData),
        _ => value.GetType().Name,
    };

    private static int Of(SortKey key) => Of(Convert.ToHexString(key.KeyData));

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

    /// <summary>What <see cref="EqualityComparer{T}.Default"/> is, for whatever type.</summary>
    private static bool IsDefault(Type comparer) =>
        comparer.Assembly == typeof(object).Assembly && comparer.Namespace == "System.Collections.Generic"
        && comparer.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(EqualityComparer<>);

    /// <summary>What <see cref="HashSet{T}.CreateSetComparer()"/> makes, and its like for sorted sets.</summary>
    private static bool IsOfSets(Type comparer) =>
        comparer is { Name: "HashSetEqualityComparer`1" or "SortedSetEqualityComparer`1" }
        && (comparer.Assembly == typeof(HashSet<>).Assembly || comparer.Assembly == typeof(SortedSet<>).Assembly);

    private sealed record Identity(int Code);

    private sealed class Counter
    {
        private const int Bits = 27;
        private uint made;

        /// <summary>
        /// The bits of the number in reverse (van der Corput, 1935), and zeros below, as where objects are hashed by their address. So
        /// the codes are even over all their range, however few there are, and alike in the low bits: a program that takes its
        /// branch by those takes the same one for each object, and what it does is not left to the luck of one code.
        /// </summary>
        public int Next()
        {
            var number = ++made;
            uint reverse = 0;
            for (var i = 0; i < Bits; i++, number >>= 1)
                reverse = (reverse << 1) | (number & 1);
            return (int)(reverse << (31 - Bits));
        }
    }
}
