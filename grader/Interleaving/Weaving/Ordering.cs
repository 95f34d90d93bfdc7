using System.Collections.Frozen;
using Interleaving.Models;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>How a call that stays as it is orders those who make it.</summary>
internal enum OrderedBy
{
    /// <summary>Not at all.</summary>
    Nothing,

    /// <summary>As a lock does, on the object that the call is made on, where that one turns out to lock.</summary>
    Lock,

    /// <summary>What was done before the call and in it comes before what is done after a later call on the same object.</summary>
    Object,

    /// <summary>The same for all calls of members of the type.</summary>
    Type,

    /// <summary>As a lock does, on the writer behind the console where that is one of the program's own.</summary>
    Console,
}

/// <summary>
/// Members of the platform that are not modelled and documented as safe for several threads. What they keep for the program, or
/// hand from one thread to another, is handed over in order: a false alarm would be worse than a miss.
/// </summary>
internal static class Ordering
{
    private static readonly FrozenDictionary<string, OrderedBy> Types = new Dictionary<string, OrderedBy>(StringComparer.Ordinal)
    {
        [MemoryOwners.Pool] = OrderedBy.Type,
        ["System.Buffers.IMemoryOwner`1"] = OrderedBy.Type,
        ["System.Console"] = OrderedBy.Console,
        ["System.AppDomain"] = OrderedBy.Type,
        ["System.AppContext"] = OrderedBy.Type,
        ["System.Diagnostics.Trace"] = OrderedBy.Type,
        ["System.Diagnostics.DiagnosticListener"] = OrderedBy.Object,
        ["System.ComponentModel.TypeDescriptor"] = OrderedBy.Type,
        ["System.IO.TextWriter"] = OrderedBy.Lock,
        ["System.IO.TextReader"] = OrderedBy.Lock,
        ["System.IO.Stream"] = OrderedBy.Lock,
        ["System.Collections.Hashtable"] = OrderedBy.Lock,
        ["System.Collections.ArrayList"] = OrderedBy.Lock,
        ["System.Collections.Queue"] = OrderedBy.Lock,
        ["System.Collections.Stack"] = OrderedBy.Lock,
        ["System.Collections.SortedList"] = OrderedBy.Lock,
        ["System.Collections.IList"] = OrderedBy.Lock,
        ["System.Collections.IDictionary"] = OrderedBy.Lock,
        ["System.Collections.ICollection"] = OrderedBy.Lock,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What calls are ordered by that are ordered by their type: memory is given back to the pool that it came from.</summary>
    public static string Key(TypeReference type) => type.GetElementType().FullName is var name && name == "System.Buffers.IMemoryOwner`1" ? MemoryOwners.Pool : name;

    public static OrderedBy Of(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (!Types.TryGetValue(type.FullName, out var ordered) || callee.Name is "get_Shared" or "GetHashCode" or "Equals" or "ToString" or "GetType")
            return OrderedBy.Nothing;
        if (ordered == OrderedBy.Console)
            return callee.Name is "Write" or "WriteLine" ? ordered : OrderedBy.Nothing;
        if (callee.HasThis && callee.Name != ".ctor")
            return TypeShapes.IsValueType(callee.DeclaringType) ? OrderedBy.Nothing : ordered;
        return ordered == OrderedBy.Lock ? OrderedBy.Nothing : ordered == OrderedBy.Object && callee.Name == ".ctor" ? OrderedBy.Nothing : OrderedBy.Type;
    }
}
