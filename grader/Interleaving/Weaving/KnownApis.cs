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
        "System.Lazy`1",
        "System.Lazy`2",
        "System.Progress`1",
        "System.TimeProvider",
        "System.Diagnostics.Stopwatch",
        "System.Linq.ParallelEnumerable",
        "System.Linq.ParallelQuery",
        "System.Linq.ParallelQuery`1",
        "System.Linq.AsyncEnumerable",
        "System.Collections.Immutable.ImmutableInterlocked",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1",
        "System.Runtime.CompilerServices.AsyncVoidMethodBuilder",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder",
        "System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1",
        "System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder",
        "System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1",
        "System.Runtime.CompilerServices.AsyncIteratorMethodBuilder",
        "System.Runtime.CompilerServices.TaskAwaiter",
        "System.Runtime.CompilerServices.TaskAwaiter`1",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable/ConfiguredTaskAwaiter",
        "System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1/ConfiguredTaskAwaiter",
        "System.Runtime.CompilerServices.ValueTaskAwaiter",
        "System.Runtime.CompilerServices.ValueTaskAwaiter`1",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable/ConfiguredValueTaskAwaiter",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1/ConfiguredValueTaskAwaiter",
        "System.Runtime.CompilerServices.YieldAwaitable",
        "System.Runtime.CompilerServices.YieldAwaitable/YieldAwaiter",
        "System.Runtime.CompilerServices.ConfiguredAsyncDisposable",
        "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1",
        "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1/Enumerator");

    private static readonly FrozenSet<string> WatchedMembers = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.Linq.Enumerable.Shuffle",
        "System.Random.get_Shared");

    /// <summary>Data, delegates and the like: calling them neither blocks nor wakes nor schedules anything.</summary>
    private static readonly FrozenSet<string> HarmlessTypes = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Collections.Concurrent.OrderablePartitioner`1",
        "System.Collections.Concurrent.Partitioner",
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

    /// <summary>Streams in memory complete at once.</summary>
    private static readonly FrozenSet<string> Immediate = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.IO.MemoryStream",
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextWriter");

    public static bool IsRefused(MethodReference callee)
    {
        var type = callee.DeclaringType.GetElementType();
        if (!TypeShapes.IsPlatform(type) && !IsPackageOfThePlatform(type))
            return PollsInRealTime(callee);
        var name = type.FullName;
        if (HarmlessTypes.Contains(name))
            return false;
        if (WatchedTypes.Contains(name) || WatchedMembers.Contains($"{name}.{callee.Name}"))
            return true;
        if (name == "System.Random" && callee.Name == ".ctor" && callee.Parameters.Count == 0)
            return true;
        return IsConcurrent(Namespace(type)) ? !IsDelegateOrException(type, callee) : HandsOutTask(type, callee);
    }

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
        && !Immediate.Contains(type.FullName)
        && TypeShapes.TryResolve(type) is not { IsInterface: true };
}
