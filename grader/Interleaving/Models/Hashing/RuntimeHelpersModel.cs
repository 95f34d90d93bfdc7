using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>The hash code of an object's identity.</summary>
[Models(typeof(RuntimeHelpers), Passes = ["*"])]
internal static class RuntimeHelpersModel
{
    public static int GetHashCode(object? o) => Operation.Current is { } operation && o is not null
        ? StableHash.OfIdentity(operation, o)
        : RuntimeHelpers.GetHashCode(o);
}
