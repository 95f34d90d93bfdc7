using System.Globalization;
using Interleaving.Scheduling;

namespace Interleaving.Models.Hashing;

/// <summary>Hash codes of texts by the rules of a culture.</summary>
[Models(typeof(CompareInfo), Passes = ["*"])]
internal static class CompareInfoModel
{
    public static int GetHashCode(CompareInfo self, string source, CompareOptions options) => Operation.Current is null || source is null
        ? self.GetHashCode(source!, options)
        : StableHash.Of(self, source, options);

    public static int GetHashCode(CompareInfo self, ReadOnlySpan<char> source, CompareOptions options) => Operation.Current is null
        ? self.GetHashCode(source, options)
        : StableHash.Of(self, source.ToString(), options);
}
