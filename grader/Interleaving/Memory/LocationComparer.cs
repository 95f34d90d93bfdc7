using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>Tells locations apart by the identity of their object and their offset in it.</summary>
internal sealed class LocationComparer : IEqualityComparer<(object Owner, nint Offset)>
{
    public static LocationComparer Instance { get; } = new();

    public bool Equals((object Owner, nint Offset) x, (object Owner, nint Offset) y) =>
        ReferenceEquals(x.Owner, y.Owner) && x.Offset == y.Offset;

    public int GetHashCode((object Owner, nint Offset) location) =>
        (RuntimeHelpers.GetHashCode(location.Owner) * 397) ^ (int)location.Offset;
}
