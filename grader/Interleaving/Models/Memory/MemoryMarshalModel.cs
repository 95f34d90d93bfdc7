using System.Runtime.InteropServices;

namespace Interleaving.Models.Memory;

/// <summary>The way from an array to a reference into it.</summary>
[Models(typeof(MemoryMarshal), Passes = ["*"])]
internal static class MemoryMarshalModel
{
    public static ref T GetArrayDataReference<T>(T[] array)
    {
        ArrayAddresses.Take(array);
        return ref MemoryMarshal.GetArrayDataReference(array);
    }
}
