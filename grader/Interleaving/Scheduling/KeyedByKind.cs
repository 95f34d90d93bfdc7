using System.Runtime.CompilerServices;

namespace Interleaving.Scheduling;

/// <summary>Tells states apart by the identity of their object and by what kind of state they are.</summary>
internal sealed class KeyedByKind : IEqualityComparer<(object Key, Type Kind)>
{
    public static KeyedByKind Comparer { get; } = new();

    public bool Equals((object Key, Type Kind) x, (object Key, Type Kind) y) =>
        ReferenceEquals(x.Key, y.Key) && x.Kind == y.Kind;

    public int GetHashCode((object Key, Type Kind) entry) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(entry.Key), entry.Kind);
}
