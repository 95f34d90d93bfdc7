using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>Tells the operation that addresses in an array may come up without having been taken one by one.</summary>
internal static class ArrayAddresses
{
    public static void Take<T>(T[]? array)
    {
        if (array is { Length: > 0 } && Operation.Current is { } operation)
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(array);
            operation.Addresses.Add(array, RawData.Offset(array, ref first), (nint)array.Length * Unsafe.SizeOf<T>());
        }
    }
}
