using Interleaving.Scheduling;

namespace Interleaving.Models.Memory;

/// <summary>Tells the operation that addresses in an array may come up without having been taken one by one.</summary>
internal static class ArrayAddresses
{
    public static void Take<T>(T[]? array)
    {
        if (array is { Length: > 0 } && Operation.Current is { } operation)
            operation.Addresses.AddArray(array);
    }
}
