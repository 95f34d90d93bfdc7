using System.Runtime.InteropServices;

namespace Interleaving.Scheduling;

/// <summary>
/// The turn of one thread: another gives it, and the thread sleeps until it comes. Where the C library has semaphores for it
/// (Linux), those: the platform's own spin before they sleep, and on the one processor that all hosts share, each that spins
/// delays the one that it waits for.
/// </summary>
internal sealed unsafe partial class Turn : IDisposable
{
    /// <summary>What sem_t takes in no C library more than half of.</summary>
    private const int Bytes = 64;

    private static readonly bool IsNative = HasNative();

    private readonly SemaphoreSlim? portable;
    private void* native;
    private int given;

    public Turn()
    {
        if (!IsNative)
        {
            portable = new SemaphoreSlim(0, 1);
            return;
        }

        native = NativeMemory.AllocZeroed(Bytes);
        _ = Initialise(native, 0, 0);
    }

    /// <exception cref="SemaphoreFullException">It was given twice: better here than as a hang much later.</exception>
    public void Give()
    {
        if (Interlocked.Exchange(ref given, 1) != 0)
            throw new SemaphoreFullException();
        if (portable is not null)
            portable.Release();
        else
            _ = Post(native);
    }

    public void Await()
    {
        if (portable is not null)
        {
            portable.Wait();
        }
        else
        {
            // A signal may end the wait early.
            while (Wait(native) != 0)
            {
            }
        }

        Volatile.Write(ref given, 0);
    }

    /// <summary>Only once nobody waits for it or will.</summary>
    public void Dispose()
    {
        portable?.Dispose();
        if (native is null)
            return;
        _ = Destroy(native);
        NativeMemory.Free(native);
        native = null;
    }

    /// <summary>They were in a library of their own before glibc 2.34.</summary>
    private static bool HasNative() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library)
        && NativeLibrary.TryGetExport(library, "sem_init", out _) && NativeLibrary.TryGetExport(library, "sem_wait", out _);

    [LibraryImport("libc", EntryPoint = "sem_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Initialise(void* semaphore, int shared, uint value);

    [LibraryImport("libc", EntryPoint = "sem_post")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Post(void* semaphore);

    [LibraryImport("libc", EntryPoint = "sem_wait")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Wait(void* semaphore);

    [LibraryImport("libc", EntryPoint = "sem_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Destroy(void* semaphore);
}
