using System.Collections.Frozen;
using Interleaving.Instrumentation;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Members of streams, readers and writers that a base class does on the thread pool, or the system does, unless the object that
/// they are called on does better. Which it is, is seen when the call happens (<see cref="Hooks.StaysHere"/>).
/// </summary>
internal static class PoolBound
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.IO.StreamReader", "System.IO.StreamWriter",
        "System.IO.BufferedStream", "System.IO.MemoryStream", "System.IO.StringReader", "System.IO.StringWriter");

    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "BeginRead", "BeginWrite", "CopyToAsync", "FlushAsync", "ReadAsync", "ReadAtLeastAsync", "ReadBlockAsync", "ReadExactlyAsync",
        "ReadLineAsync", "ReadToEndAsync", "WriteAsync", "WriteLineAsync");

    public static bool Knows(TypeReference type) => Types.Contains(type.FullName);

    /// <summary>Whether a call of the base class's own is done on the pool, whatever the object is.</summary>
    public static bool IsInBase(MethodReference callee) =>
        callee.DeclaringType.FullName is "System.IO.Stream" or "System.IO.TextReader" or "System.IO.TextWriter"
        && callee.Name is not ("CopyToAsync" or "ReadAtLeastAsync" or "ReadExactlyAsync");

    public static bool Is(MethodReference callee) => callee.HasThis && Members.Contains(callee.Name) && Knows(callee.DeclaringType);
}
