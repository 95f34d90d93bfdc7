using System.Collections;

namespace Interleaving.Models.Hashing;

/// <summary>Comparers of the platform, which ask an object for the hash code that the platform draws at random.</summary>
[Models(typeof(EqualityComparer<>), Passes = ["*"])]
internal static class ComparerModel
{
    public static int GetHashCode<T>(EqualityComparer<T> self, T obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj!);
}

/// <summary>The same by their interface.</summary>
[Models(typeof(IEqualityComparer<>), Passes = ["*"])]
internal static class ComparerInterfaceModel
{
    public static int GetHashCode<T>(IEqualityComparer<T> self, T obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj!);
}

/// <inheritdoc cref="ComparerInterfaceModel"/>
[Models(typeof(IEqualityComparer), Passes = ["*"])]
internal static class UntypedComparerModel
{
    public static int GetHashCode(IEqualityComparer self, object obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj);
}

/// <summary>The comparer by identity.</summary>
[Models(typeof(ReferenceEqualityComparer), Passes = ["*"])]
internal static class ReferenceComparerModel
{
    public static int GetHashCode(ReferenceEqualityComparer self, object? obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj);
}

/// <summary>Comparers of strings.</summary>
[Models(typeof(StringComparer), Passes = ["*"])]
internal static class StringComparerModel
{
    public static int GetHashCode(StringComparer self, string obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj);

    public static int GetHashCode(StringComparer self, object obj) => StableHash.By(self, obj) ?? self.GetHashCode(obj);
}
