using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>The compiler calls every override of GetHashCode by this type's name.</summary>
[Models(typeof(object), Passes = ["*"])]
internal static class ObjectModel
{
    public static int GetHashCode(object self) => Operation.Current is { } operation && self is not null
        ? StableHash.Of(operation, self)
        : self!.GetHashCode();

    /// <summary>What the platform does unless it is overridden.</summary>
    public static int base_GetHashCode(object self) => Operation.Current is { } operation
        ? StableHash.OfIdentity(operation, self)
        : RuntimeHelpers.GetHashCode(self);
}
