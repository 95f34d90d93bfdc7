using System.Globalization;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>Hash codes of texts by a comparison, or of a part of a text.</summary>
[Models(typeof(string), Passes = ["*"])]
internal static class StringModel
{
    public static int GetHashCode(string self, StringComparison comparisonType) => Operation.Current is null || self is null
        ? self!.GetHashCode(comparisonType)
        : GetHashCode(self.AsSpan(), comparisonType);

    public static int GetHashCode(ReadOnlySpan<char> value) => Operation.Current is null ? string.GetHashCode(value) : StableHash.Of(value);

    public static int GetHashCode(ReadOnlySpan<char> value, StringComparison comparisonType)
    {
        if (Operation.Current is null)
            return string.GetHashCode(value, comparisonType);
        return comparisonType switch
        {
            StringComparison.Ordinal => StableHash.Of(value),
            StringComparison.OrdinalIgnoreCase => StableHash.Of(value.ToString().ToUpperInvariant()),
            StringComparison.InvariantCulture => StableHash.Of(CultureInfo.InvariantCulture.CompareInfo, value.ToString(), CompareOptions.None),
            StringComparison.InvariantCultureIgnoreCase => StableHash.Of(CultureInfo.InvariantCulture.CompareInfo, value.ToString(), CompareOptions.IgnoreCase),
            StringComparison.CurrentCulture => StableHash.Of(CultureInfo.CurrentCulture.CompareInfo, value.ToString(), CompareOptions.None),
            StringComparison.CurrentCultureIgnoreCase => StableHash.Of(CultureInfo.CurrentCulture.CompareInfo, value.ToString(), CompareOptions.IgnoreCase),
            _ => string.GetHashCode(value, comparisonType),
        };
    }
}
