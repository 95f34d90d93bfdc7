using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>Combined hash codes, which the platform draws from a seed of the process.</summary>
[Models(typeof(HashCode), Passes = ["*"])]
internal static class HashCodeModel
{
    public static void Add<T>(ref HashCode self, T value)
    {
        if (Operation.Current is { } operation)
            Add(ref self, StableHash.OfAny(operation, value));
        else
            self.Add(value);
    }

    public static void Add<T>(ref HashCode self, T value, IEqualityComparer<T>? comparer)
    {
        if (Operation.Current is { } operation)
            Add(ref self, value is null || comparer is null ? StableHash.OfAny(operation, value) : comparer.GetHashCode(value));
        else
            self.Add(value, comparer);
    }

    public static void AddBytes(ref HashCode self, ReadOnlySpan<byte> value)
    {
        if (Operation.Current is null)
        {
            self.AddBytes(value);
            return;
        }

        foreach (var one in value)
            Add(ref self, one);
    }

    public static int ToHashCode(ref HashCode self) => Operation.Current is null ? self.ToHashCode() : Unsafe.As<HashCode, int>(ref self);

    /// <summary>The platform's own sum starts from its seed; the first field is enough for one that does not.</summary>
    private static void Add(ref HashCode self, int code)
    {
        ref var sum = ref Unsafe.As<HashCode, int>(ref self);
        sum = StableHash.Combine(sum, code);
    }

    public static int Combine<T1>(T1 value1) => Operation.Current is { } operation
        ? StableHash.Combine(StableHash.OfAny(operation, value1))
        : HashCode.Combine(value1);

    public static int Combine<T1, T2>(T1 value1, T2 value2) => Operation.Current is { } operation
        ? StableHash.Combine(StableHash.OfAny(operation, value1), StableHash.OfAny(operation, value2))
        : HashCode.Combine(value1, value2);

    public static int Combine<T1, T2, T3>(T1 value1, T2 value2, T3 value3) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3))
        : HashCode.Combine(value1, value2, value3);

    public static int Combine<T1, T2, T3, T4>(T1 value1, T2 value2, T3 value3, T4 value4) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3),
            StableHash.OfAny(operation, value4))
        : HashCode.Combine(value1, value2, value3, value4);

    public static int Combine<T1, T2, T3, T4, T5>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3),
            StableHash.OfAny(operation, value4),
            StableHash.OfAny(operation, value5))
        : HashCode.Combine(value1, value2, value3, value4, value5);

    public static int Combine<T1, T2, T3, T4, T5, T6>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3),
            StableHash.OfAny(operation, value4),
            StableHash.OfAny(operation, value5),
            StableHash.OfAny(operation, value6))
        : HashCode.Combine(value1, value2, value3, value4, value5, value6);

    public static int Combine<T1, T2, T3, T4, T5, T6, T7>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3),
            StableHash.OfAny(operation, value4),
            StableHash.OfAny(operation, value5),
            StableHash.OfAny(operation, value6),
            StableHash.OfAny(operation, value7))
        : HashCode.Combine(value1, value2, value3, value4, value5, value6, value7);

    public static int Combine<T1, T2, T3, T4, T5, T6, T7, T8>(T1 value1, T2 value2, T3 value3, T4 value4, T5 value5, T6 value6, T7 value7, T8 value8) => Operation.Current is { } operation
        ? StableHash.Combine(
            StableHash.OfAny(operation, value1),
            StableHash.OfAny(operation, value2),
            StableHash.OfAny(operation, value3),
            StableHash.OfAny(operation, value4),
            StableHash.OfAny(operation, value5),
            StableHash.OfAny(operation, value6),
            StableHash.OfAny(operation, value7),
            StableHash.OfAny(operation, value8))
        : HashCode.Combine(value1, value2, value3, value4, value5, value6, value7, value8);
}
