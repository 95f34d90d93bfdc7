using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>What only makes one reference of another is left as it is, since addresses are looked up where they are used.</summary>
[Models(typeof(Unsafe), Passes =
[
    "Add", "AddByteOffset", "AreSame", "As", "AsPointer", "AsRef", "BitCast", "ByteOffset", "IsAddressGreaterThan", "IsAddressGreaterThanOrEqualTo",
    "IsAddressLessThan", "IsAddressLessThanOrEqualTo", "IsNullRef", "NullRef", "SizeOf", "SkipInit", "Subtract", "SubtractByteOffset",
])]
internal static class UnsafeModel
{
    public static T ReadUnaligned<T>(ref readonly byte source)
        where T : allows ref struct
    {
        ref var location = ref Unsafe.AsRef(in source);
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref location, out var owner, out var offset))
            Unsynchronised.Range(operation, owner, offset, 1, Unsafe.SizeOf<T>(), write: false, operation.Site);
        return Unsafe.ReadUnaligned<T>(in source);
    }

    public static void WriteUnaligned<T>(ref byte destination, T value)
        where T : allows ref struct
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref destination, out var owner, out var offset))
            Unsynchronised.Range(operation, owner, offset, 1, Unsafe.SizeOf<T>(), write: true, operation.Site);
        Unsafe.WriteUnaligned(ref destination, value);
    }

    public static ref T Unbox<T>(object box)
        where T : struct
    {
        ref var content = ref Unsafe.Unbox<T>(box);
        Operation.Current?.Addresses.Add(box, RawData.Offset(box, ref content), Unsafe.SizeOf<T>());
        return ref content;
    }
}
