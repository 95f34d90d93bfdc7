using System.Collections;
using System.Runtime.CompilerServices;

namespace Interleaving.Linearizability;

/// <summary>Compares by value: tuples and collections of the platform by what is in them, all else as it says itself.</summary>
internal static class ByValue
{
    private static readonly Type[] Unordered =
        [typeof(ISet<>), typeof(IReadOnlySet<>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>)];

    public static bool Same(object? one, object? other)
    {
        if (ReferenceEquals(one, other) || Equals(one, other))
            return true;
        if (one is null || other is null)
            return false;
        if (one is ITuple tuple && other is ITuple second)
            return tuple.Length == second.Length && Enumerable.Range(0, tuple.Length).All(i => Same(tuple[i], second[i]));
        if (!IsCollection(one) || !IsCollection(other))
            return false;
        var (items, others) = (Items(one), Items(other));
        if (items.Count != others.Count)
            return false;
        return IsUnordered(one) && IsUnordered(other)
            ? items.TrueForAll(item => others.Exists(twin => Same(item, twin)))
            : items.Zip(others).All(pair => Same(pair.First, pair.Second));
    }

    public static int Hash(object? value)
    {
        if (value is ITuple tuple)
            return Enumerable.Range(0, tuple.Length).Aggregate(tuple.Length, (hash, i) => HashCode.Combine(hash, Hash(tuple[i])));
        if (value is null || !IsCollection(value))
            return value?.GetHashCode() ?? 0;
        var hashes = Items(value).ConvertAll(Hash);
        return IsUnordered(value) ? hashes.Aggregate(0, static (sum, hash) => unchecked(sum + hash)) : hashes.Aggregate(1, HashCode.Combine);
    }

    /// <summary>A collection of somebody's own may be more than its items.</summary>
    public static bool IsCollection(object value) =>
        value is IEnumerable and not string && (value is Array || value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true);

    public static List<object?> Items(object collection) => [.. ((IEnumerable)collection).Cast<object?>()];

    private static bool IsUnordered(object collection) => Array.Exists(
        collection.GetType().GetInterfaces(),
        contract => contract.IsGenericType && Array.IndexOf(Unordered, contract.GetGenericTypeDefinition()) >= 0);
}

/// <inheritdoc cref="ByValue"/>
internal sealed class ByValue<T> : IEqualityComparer<T>
{
    public static ByValue<T> Instance { get; } = new();

    public bool Equals(T? one, T? other) => ByValue.Same(one, other);

    public int GetHashCode(T value) => ByValue.Hash(value);
}
