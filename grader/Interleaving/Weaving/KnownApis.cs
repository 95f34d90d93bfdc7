using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Which members of the platform, of those that no model stands in for, would run out of control. Everything in the
/// platform's concurrency namespaces does unless it is listed here as harmless, and so does every method that hands out
/// a task of its own.
/// </summary>
internal static class KnownApis
{
    private static readonly FrozenSet<string> WatchedTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "Microsoft.CSharp.RuntimeBinder.Binder",
        "System.IO.FileSystemWatcher",
        "System.Lazy`2",
        "System.Linq.ParallelQuery",
        "System.Linq.AsyncEnumerable");

    private static readonly FrozenSet<string> WatchedMembers = FrozenSet.Create(StringComparer.Ordinal, "System.Linq.Enumerable.Shuffle");

    /// <summary>Data, delegates and the like: calling them neither blocks nor wakes nor schedules anything.</summary>
    private static readonly FrozenSet<string> HarmlessTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Concurrent.OrderablePartitioner`1",
        "System.Collections.Concurrent.Partitioner`1",
        "System.Threading.AsyncFlowControl",
        "System.Threading.AsyncLocalValueChangedArgs`1",
        "System.Threading.Channels.BoundedChannelOptions",
        "System.Threading.Channels.ChannelOptions",
        "System.Threading.Channels.UnboundedChannelOptions",
        "System.Threading.Channels.UnboundedPrioritizedChannelOptions`1",
        "System.Threading.ExecutionContext",
        "System.Threading.IThreadPoolWorkItem",
        "System.Threading.RateLimiting.MetadataName",
        "System.Threading.Tasks.ParallelLoopResult",
        "System.Threading.Tasks.Sources.IValueTaskSource",
        "System.Threading.Tasks.Sources.IValueTaskSource`1");

    /// <summary>Whether a refused member is harmless but for the task that it hands out, which may be completed by then.</summary>
    public static bool IsOnlyForItsTask(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        return !WatchedTypes.Contains(type.FullName) && !WatchedMembers.Contains($"{type.FullName}.{callee.Name}") && !IsConcurrent(Namespace(type));
    }

    /// <summary>Types listed here. A modelled one among them would be dead: calls of those never come here.</summary>
    public static IEnumerable<string> Types => WatchedTypes.Concat(HarmlessTypes);

    public static bool IsRefused(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        // Where a runtime is published with the grader, the engine lies in the folder of the platform.
        if (type.Scope.Name == typeof(KnownApis).Assembly.GetName().Name)
            return false;
        if (!TypeShapes.IsPlatform(type) && !IsPackageOfThePlatform(type))
            return PollsInRealTime(callee);
        var name = type.FullName;
        if (HarmlessTypes.Contains(name))
            return false;
        if (WatchedTypes.Contains(name) || WatchedMembers.Contains($"{name}.{callee.Name}"))
            return true;
        if (ReachesBehind(name, callee))
            return true;
        return IsConcurrent(Namespace(type)) ? !IsDelegateOrException(type, callee) : HandsOutTask(type, callee);
    }

    /// <summary>
    /// Reads or writes what a pointer leads to, or makes a number of an object's address: which object that is cannot be told.
    /// </summary>
    private static bool ReachesBehind(string type, MethodReference callee) => type switch
    {
        "System.Runtime.InteropServices.Marshal" => callee.Name is "Copy" or "PtrToStructure" or "StructureToPtr" or "UnsafeAddrOfPinnedArrayElement"
            || callee.Name.StartsWith("Read", StringComparison.Ordinal) || callee.Name.StartsWith("Write", StringComparison.Ordinal),
        "System.Runtime.InteropServices.NativeMemory" => callee.Name is "Clear" or "Copy" or "Fill",
        "System.Runtime.InteropServices.GCHandle" => callee.Name == "AddrOfPinnedObject",
        "System.Runtime.InteropServices.PinnedGCHandle`1" => callee.Name == "GetAddressOfObjectData",
        "System.Buffers.MemoryHandle" => callee.Name == "get_Pointer",
        "System.Buffer" => callee.Name == "MemoryCopy",
        _ => callee.Name != ".ctor" && TakesPointer(callee) && !KeepsPointer(type),
    };

    private static bool TakesPointer(MethodReference callee) =>
        callee.Parameters.Any(static parameter => TypeShapes.Unmodified(parameter.ParameterType) is PointerType);

    /// <summary>Members that only hand a pointer on.</summary>
    private static bool KeepsPointer(string type) => type
        is "System.Runtime.InteropServices.NativeMemory" or "System.Runtime.InteropServices.Marshal" or "System.IntPtr" or "System.UIntPtr"
        or "System.Reflection.Pointer" or "System.Runtime.CompilerServices.Unsafe";

    /// <summary>NUnit's <c>Is.EqualTo(1).After(100)</c> sleeps where the engine does not see it, and nobody else gets a turn.</summary>
    private static bool PollsInRealTime(MethodReference callee) =>
        callee.Name == "After" && callee.DeclaringType.Namespace == "NUnit.Framework.Constraints";

    /// <summary>Such as Dataflow, which comes as a package.</summary>
    private static bool IsPackageOfThePlatform(TypeReference type) =>
        type.Scope is AssemblyNameReference { Name: var assembly } && assembly.StartsWith("System.", StringComparison.Ordinal);

    private static bool IsConcurrent(string name) =>
        name.StartsWith("System.Threading", StringComparison.Ordinal) || name is "System.Timers" or "System.Collections.Concurrent";

    private static string Namespace(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }

    private static bool IsDelegateOrException(TypeReference type, MethodReference callee) =>
        type.Name.EndsWith("Exception", StringComparison.Ordinal)
        || TypeShapes.TryResolve(type)?.BaseType?.FullName is "System.MulticastDelegate" or "System.Enum" or "System.Attribute"
        || (callee.Name == "Invoke" && type.Name.EndsWith("Callback", StringComparison.Ordinal));

    private static bool HandsOutTask(TypeReference type, MethodReference callee) =>
        callee.ReturnType.GetElementType().FullName is "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"
            or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1"
            or "System.Collections.Generic.IAsyncEnumerable`1"
        && !PoolBound.Knows(type)
        && type.FullName != "System.Text.Json.JsonSerializer"
        && TypeShapes.TryResolve(type) is not { IsInterface: true };
}
