using System.Collections.Concurrent;

namespace Interleaving.SourceMap;

/// <summary>One object per static field of woven code, to stand for the field where a location needs an owner.</summary>
internal static class StaticFields
{
    private static readonly ConcurrentDictionary<string, object> Keys = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<(string Field, RuntimeTypeHandle Type), object> GenericKeys = new();
    private static readonly object Unknown = new();

    public static object Key(int site) => Sites.Get(site)?.Key ?? Unknown;

    /// <summary>A generic type has its static fields once for each of its instantiations.</summary>
    public static object Key(int site, RuntimeTypeHandle type) =>
        GenericKeys.GetOrAdd((Sites.Get(site)?.Target ?? "", type), static _ => new object());

    public static object Of(string field) => Keys.GetOrAdd(field, static _ => new object());
}
