namespace Interleaving.Platform;

/// <summary>
/// Everything that the engine refuses, why, and what to use instead. Messages are made of these rows, and the table in the README
/// is drawn from them.
/// </summary>
internal static class RefusalTable
{
    public static Refusal ForeignTask { get; } = new(
        "awaiting a task that nothing under control completes",
        "nothing here can complete it, and the wait would look like a deadlock",
        "a substitute that completes its task by a `TaskCompletionSource`, `Task.Delay` or `Task.Run`");

    public static Refusal Device { get; } = new(
        "asynchronous members of `File`, `FileStream`, `NetworkStream`, `Socket`, pipes and processes",
        "the system does it, in real time",
        "`MemoryStream`, `StringReader`, `StringWriter`; `HttpClient` over a handler of your own",
        "System.IO.File.", "System.IO.FileStream.", "System.IO.RandomAccess.", "System.IO.Pipes.", "System.Net.", "System.Diagnostics.Process.");

    public static Refusal BaseClass { get; } = new(
        "asynchronous members that a class of yours inherits from `Stream`, `TextReader` or `TextWriter` as they are",
        "the base class does them on the thread pool",
        "override them; or `MemoryStream`, `StringReader`, `StringWriter`",
        "System.IO.Stream.", "System.IO.TextReader.", "System.IO.TextWriter.");

    public static Refusal OwnScheduler { get; } = new(
        "a scheduler of your own in `ParallelOptions` or beneath a `ConcurrentExclusiveSchedulerPair`",
        "not modelled",
        "leave it out, or `TaskScheduler.Default`");

    public static Refusal RealLock { get; } = new(
        "a call that waits for a lock or an event of code that is not under control",
        "the operation that would wake it cannot get a turn",
        "call it where nobody else needs what it locks, or a substitute of your own");

    public static Refusal NeverBack { get; } = new(
        "a call that does not come back for a minute",
        "it waits where the engine cannot see it, or never ends",
        "a substitute of your own");

    public static Refusal Outside { get; } = new(
        "code of yours on a thread that is not under control",
        "a base class of the platform, or a library that is not woven, took it there, and no schedule says when it runs",
        "override the asynchronous members of the base class (`WriteAsync`, `ReadAsync`, `BeginRead`, `CreateTimer` …), or start the work by `Task.Run`");

    public static Refusal MadeOutside { get; } = new(
        "a `Timer`, `PeriodicTimer`, `ThreadLocal`, `Semaphore`, `Thread` or parallel query that was made outside of the test",
        "no execution knows how it was set",
        "make it in the test");

    private static readonly Refusal OfModelledType = new(
        "any other member of a type that is modelled",
        "its model does not have it",
        "another member of the type, most of which are under control");

    private static readonly Refusal Concurrent = new(
        "any other member of `System.Threading`, `System.Timers` or `System.Collections.Concurrent`",
        "not modelled",
        "`Task`, `async` and `await`, `lock`, `SemaphoreSlim`, `Interlocked` or a concurrent collection");

    private static readonly Refusal HandsOutTask = new(
        "any other member of the platform that hands out a task",
        "what completes the task is not under control",
        "its synchronous form, or an interface of your own with a substitute",
        "System.Linq.AsyncEnumerable.");

    private static readonly Refusal Pointer = new(
        "`Marshal.Copy`, `Marshal.ReadInt32` and its like, `NativeMemory.Copy`, `Unsafe.CopyBlock`, `Buffer.MemoryCopy`, `GCHandle.AddrOfPinnedObject`, "
        + "and any other member that takes a pointer",
        "it reaches what a pointer leads to, or makes a number of an object's address",
        "spans and arrays",
        "System.Runtime.InteropServices.Marshal.", "System.Runtime.InteropServices.NativeMemory.", "System.Runtime.CompilerServices.Unsafe.",
        "System.Buffer.", "System.Runtime.InteropServices.GCHandle.", "System.Runtime.InteropServices.PinnedGCHandle.", "System.Buffers.MemoryHandle.");

    /// <summary>All rows, the general ones last.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        ForeignTask,
        Device,
        BaseClass,
        new(
            "named wait handles",
            "the handle is an object of the system's own",
            "an event of your own",
            "new System.Threading.Mutex", "new System.Threading.Semaphore", "new System.Threading.EventWaitHandle",
            "System.Threading.Mutex.OpenExisting", "System.Threading.Mutex.TryOpenExisting", "System.Threading.Semaphore.OpenExisting",
            "System.Threading.Semaphore.TryOpenExisting", "System.Threading.EventWaitHandle.OpenExisting",
            "System.Threading.EventWaitHandle.TryOpenExisting"),
        new("`ReaderWriterLock`", "not modelled", "`ReaderWriterLockSlim`, or `lock`", "System.Threading.ReaderWriterLock.", "new System.Threading.ReaderWriterLock"),
        new(
            "`[MethodImpl(MethodImplOptions.Synchronized)]` in a struct",
            "it locks a copy that nobody else has",
            "`lock` on an object",
            "[MethodImpl(MethodImplOptions.Synchronized)]"),
        OwnScheduler,
        new(
            "`TaskFactory.FromAsync`, `TaskScheduler.UnobservedTaskException`",
            "not modelled",
            "`async` and `await`",
            "System.Threading.Tasks.TaskFactory.", "System.Threading.Tasks.TaskScheduler."),
        new(
            "sums of nullable numbers over `AsParallel`", "not modelled", "sums of numbers",
            "System.Linq.ParallelEnumerable.Sum"),
        Pointer,
        new("`dynamic`", "the code for it is made at run time", "static types", "Microsoft.CSharp.RuntimeBinder."),
        new("`FileSystemWatcher`", "the system raises its events, in real time", "an event of your own", "System.IO.FileSystemWatcher", "new System.IO.FileSystemWatcher"),
        new("`Enumerable.Shuffle`", "no seed reaches the generator that it draws from", "`Random.Shuffle`", "System.Linq.Enumerable.Shuffle"),
        new("NUnit's `.After(…)`", "it polls in real time", "await what you wait for", "NUnit.Framework.Constraints."),
        RealLock,
        NeverBack,
        Outside,
        MadeOutside,
        OfModelledType,
        Concurrent,
        HandsOutTask,
    ];

    /// <summary>The row of a member that is refused.</summary>
    /// <param name="api">Its full name, as in <see cref="Weaving.Unsupported.Api"/>.</param>
    /// <param name="isModelled">Whether a type of this full name has a model.</param>
    public static Refusal Of(string api, Func<string, bool> isModelled)
    {
        if (All.FirstOrDefault(row => row.Covers(api)) is { } row)
            return row;
        var member = api.StartsWith("new ", StringComparison.Ordinal) ? api["new ".Length..] : api;
        var type = api == member ? member[..Math.Max(0, member.LastIndexOf('.'))] : member;
        return isModelled(type) ? OfModelledType
            : IsConcurrent(type) ? Concurrent
            : member.EndsWith("Async", StringComparison.Ordinal) ? HandsOutTask
            : Pointer;
    }

    private static bool IsConcurrent(string type) =>
        type.StartsWith("System.Threading", StringComparison.Ordinal)
        || type.StartsWith("System.Timers.", StringComparison.Ordinal)
        || type.StartsWith("System.Collections.Concurrent.", StringComparison.Ordinal);
}
