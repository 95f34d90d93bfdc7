using System.Collections.Concurrent;
using Interleaving.Weaving;

namespace Interleaving.Races;

/// <summary>One object per static field of woven code, to stand for the field where a location needs an owner.</summary>
internal static class StaticFields
{
    private static readonly ConcurrentDictionary<string, object> Keys = new(StringComparer.Ordinal);

    public static object Key(int site) =>
        Keys.GetOrAdd(Sites.Get(site)?.Member ?? "", static _ => new object());
}
