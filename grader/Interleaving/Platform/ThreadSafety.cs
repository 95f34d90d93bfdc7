using System.Collections.Frozen;

namespace Interleaving.Platform;

/// <summary>
/// Types of the platform that are no plain state: those that cannot change, those documented as made for several threads, those
/// that a model stands in for, and those whose few changes are no business of a test of the program's own state.
/// </summary>
internal static class ThreadSafety
{
    private static readonly FrozenSet<string> Namespaces = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Immutable", "System.Linq",
        "System.Security.Cryptography", "System.Text.RegularExpressions", "System.Timers", "System.Transactions");

    private static readonly string[] Families =
    [
        "Microsoft.", "System.Diagnostics", "System.IO.Pipe", "System.Linq.", "System.Net", "System.Reflection", "System.Resources", "System.Runtime", "System.Security.",
        "System.Text.Json.Serialization", "System.Threading", "System.Xml.Serialization", "System.Xml.XPath", "System.Xml.Xsl",
    ];

    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Activator", "System.AppContext", "System.AppDomain", "System.Array", "System.Delegate", "System.DBNull",
        "System.Enum", "System.GC", "System.Lazy`1", "System.Lazy`2", "System.LocalDataStoreSlot", "System.MulticastDelegate", "System.Nullable`1",
        "System.Object", "System.OperatingSystem", "System.Progress`1", "System.String", "System.StringComparer", "System.TimeProvider",
        "System.TimeZoneInfo", "System.Type", "System.Uri", "System.ValueType", "System.Version", "System.WeakReference", "System.WeakReference`1",
        "System.Globalization.CompareInfo", "System.Globalization.RegionInfo", "System.Globalization.SortVersion", "System.Buffers.ArrayPool`1", "System.Buffers.MemoryPool`1",
        "System.ComponentModel.AsyncOperation", "System.ComponentModel.BackgroundWorker", "System.IO.DirectoryInfo", "System.IO.FileInfo", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher",
        "System.Text.CompositeFormat", "System.Text.EncodingProvider", "System.Text.Json.JsonDocument", "System.Text.Json.JsonSerializer");

    /// <summary>Of the namespaces above, what is not made for several threads.</summary>
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Security.Cryptography.IncrementalHash", "System.Text.RegularExpressions.RegexCompilationInfo");

    /// <summary>What is made to be filled in and handed over, or for one thread to use, with all that derives from it, wherever that belongs to.</summary>
    public static bool IsPlainBase(string name) => name
        is "System.Exception" or "System.Attribute" or "System.EventArgs"
        or "System.Security.Cryptography.HashAlgorithm" or "System.Security.Cryptography.CryptoStream";

    /// <summary>Collections are for one thread at a time, and so is what derives from one, wherever that belongs to.</summary>
    /// <param name="space">The namespace of the type.</param>
    /// <param name="name">Its name.</param>
    public static bool IsCollection(string space, string name) =>
        space is "System.Collections" or "System.Collections.Generic" or "System.Collections.ObjectModel" or "System.Collections.Specialized"
        && !name.Contains("Compar", StringComparison.Ordinal);

    /// <summary>Whether objects of the type are none that only one thread may change at a time.</summary>
    /// <param name="space">The namespace of the type, or of the one that it is nested in.</param>
    /// <param name="name">Its full name, without arguments.</param>
    public static bool IsApart(string space, string name)
    {
        if (Plain.Contains(name) || IsPlainBase(name) || name.EndsWith("Options", StringComparison.Ordinal))
            return false;
        var simple = name[(name.LastIndexOfAny(['.', '/', '+']) + 1)..];
        return Types.Contains(name) || Namespaces.Contains(space)
            || Array.Exists(Families, family => space.StartsWith(family, StringComparison.Ordinal))
            || simple.StartsWith("Tuple`", StringComparison.Ordinal) || simple.Contains("Compar", StringComparison.Ordinal)

            // What takes a lock itself or leaves that to the system, and what throws all away.
            || simple.EndsWith("ConsoleStream", StringComparison.Ordinal)
            || simple.StartsWith("Sync", StringComparison.Ordinal) || simple.StartsWith("Null", StringComparison.Ordinal);
    }
}
