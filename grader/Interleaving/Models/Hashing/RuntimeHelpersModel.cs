using System.Runtime.CompilerServices;
using Interleaving.Models.Memory;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>The hash code of an object's identity.</summary>
[Models(typeof(RuntimeHelpers), Passes = ["*"])]
internal static class RuntimeHelpersModel
{
    public static int GetHashCode(object? o) => Operation.Current is { } operation && o is not null
        ? StableHash.OfIdentity(operation, o)
        : RuntimeHelpers.GetHashCode(o);

    /// <summary>What the compiler makes of <c>array[1..3]</c>.</summary>
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        if (array is not null)
        {
            var (offset, length) = range.GetOffsetAndLength(array.Length);
            BulkAccess.Read(array, offset, length);
        }

        return RuntimeHelpers.GetSubArray(array!, range);
    }
}
