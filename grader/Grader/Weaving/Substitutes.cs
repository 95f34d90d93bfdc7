namespace Grader.Weaving;

/// <summary>What to use in place of an API that the engine does not control.</summary>
internal static class Substitutes
{
    private static readonly (string Prefix, string Instead)[] Known =
    [
        ("System.Threading.Barrier", "a CountdownEvent or Task.WhenAll to meet at"),
        ("System.Threading.ReaderWriterLock", "lock, or a SemaphoreSlim where you await"),
        ("System.Threading.Mutex", "lock: no kata needs more than one process"),
        ("System.Threading.Semaphore.", "SemaphoreSlim"),
        ("System.Threading.WaitHandle", "a Task, or ManualResetEventSlim"),
        ("System.Threading.EventWaitHandle", "ManualResetEventSlim, or a TaskCompletionSource to await"),
        ("System.Threading.AutoResetEvent", "SemaphoreSlim with one permit"),
        ("System.Threading.ManualResetEvent.", "ManualResetEventSlim"),
        ("System.Threading.SpinLock", "lock"),
        ("System.Threading.ThreadPool", "Task.Run"),
        ("System.Threading.Overlapped", "async methods"),
        ("System.Threading.Tasks.Dataflow", "System.Threading.Channels"),
        ("System.Linq.ParallelEnumerable", "Parallel.ForEach or tasks over partitions"),
        ("System.Timers.", "System.Threading.Timer or PeriodicTimer"),
        ("System.ComponentModel.BackgroundWorker", "Task.Run"),
        ("System.Net.", "the kata's own interfaces: it has no network"),
        ("System.IO.", "the kata's own interfaces: it has no files"),
        ("System.Diagnostics.Process", "nothing: no kata starts processes"),
    ];

    public static string For(string api) =>
        Known.FirstOrDefault(entry => api.StartsWith(entry.Prefix, StringComparison.Ordinal)).Instead
        ?? "Task, async and await, lock, SemaphoreSlim, Interlocked or a concurrent collection";
}
