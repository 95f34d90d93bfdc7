using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>Combined hash codes, which the platform draws from a seed of the process.</summary>
[Models(typeof(HashCode), Passes = ["*"])]
internal static class HashCodeModel
{
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
