using System.Runtime.InteropServices;

namespace Grader.Judging.Sandboxes;

/// <summary>Functions of the C library as plain pointers: calling one needs nothing of the runtime that is not there yet.</summary>
internal sealed unsafe class Libc
{
    private static readonly nint Library = NativeLibrary.Load("libc");

    private Libc()
    {
    }

    public static Libc Instance { get; } = new();

    public readonly delegate* unmanaged<int*> Error = (delegate* unmanaged<int*>)Find("__errno_location");

    public readonly delegate* unmanaged<int, nuint, nuint, nuint, nuint, int> Control =
        (delegate* unmanaged<int, nuint, nuint, nuint, nuint, int>)Find("prctl");

    public readonly delegate* unmanaged<nint, nint, nint, nint, nint> SystemCall =
        (delegate* unmanaged<nint, nint, nint, nint, nint>)Find("syscall");

    public readonly delegate* unmanaged<uint*, uint*, int> SetCapabilities = (delegate* unmanaged<uint*, uint*, int>)Find("capset");

    public readonly delegate* unmanaged<int*, byte*, void*, void*, byte**, byte**, int> Spawn =
        (delegate* unmanaged<int*, byte*, void*, void*, byte**, byte**, int>)Find("posix_spawn");

    public readonly delegate* unmanaged<int, int, byte*, int, int> WaitId = (delegate* unmanaged<int, int, byte*, int, int>)Find("waitid");

    public readonly delegate* unmanaged<int, int*, int, int> WaitProcess = (delegate* unmanaged<int, int*, int, int>)Find("waitpid");

    private static nint Find(string name) => NativeLibrary.GetExport(Library, name);
}
