using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Grader.Judging.Sandboxes;

/// <summary>
/// Starts a program on Linux from a thread of its own, which lives as long as the program does. What the thread gives up
/// (Landlock and capabilities belong to threads) the program inherits, at the price of no second program that would have to
/// be started first; and the kernel's signal on the death of a parent follows the <em>thread</em> that it was started by.
/// </summary>
/// <remarks>
/// Once its rights are gone the thread runs no managed code but the few lines of <see cref="Run"/>: any thread that the
/// runtime would start from it (of the pool, of the compiler) would inherit its lack of rights.
/// </remarks>
internal sealed unsafe class SpawningThread : IDisposable
{
    private const int NoNewPrivileges = 38;
    private const nint RestrictSelf = 446;
    private const int ByProcess = 1;
    private const int ExitedButKept = 4 | 0x01000000;

    private readonly Libc libc = Libc.Instance;
    private readonly UnmanagedArguments arguments;
    private readonly int ruleset;
    private readonly Thread thread;
    private int process;
    private int error;

    /// <summary>Throws <see cref="Win32Exception"/> when the program cannot be started.</summary>
    /// <param name="command">The program's path and its arguments.</param>
    /// <param name="environment">As NAME=value; nothing else.</param>
    /// <param name="descriptors">What the program has as its descriptors 0, 1, 2 and so on; no others. -1 is /dev/null.</param>
    /// <param name="restriction">What it may do; null for everything.</param>
    public SpawningThread(
        IReadOnlyList<string> command, IReadOnlyList<string> environment, IReadOnlyList<int> descriptors, LandlockRuleset? restriction)
    {
        ruleset = restriction?.Descriptor ?? -1;
        arguments = new UnmanagedArguments(command, environment, descriptors);
        thread = new Thread(Run, 256 << 10) { IsBackground = true, Name = "judge" };
        thread.UnsafeStart();
        SpinWait.SpinUntil(() => (Volatile.Read(ref process) | Volatile.Read(ref error)) != 0);
        arguments.CloseCopies();
        if (error == 0)
            return;
        thread.Join();
        arguments.Dispose();
        throw new Win32Exception(error, $"{command[0]}: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    /// <summary>Stays its own until <see cref="Dispose"/>, also when the program has ended.</summary>
    public int ProcessId => process;

    /// <summary>Waits for the program to end.</summary>
    public void Dispose()
    {
        thread.Join();
        _ = libc.WaitProcess(process, null, 0);
        arguments.Dispose();
    }

    // Compiled whole before it runs, and only once: neither of it happens without rights.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run()
    {
        var nothing = stackalloc uint[6];
        var header = stackalloc uint[2] { 0x20080522, 0 };
        var info = stackalloc byte[128];
        var child = 0;
        for (var i = 0; i < 6; i++)
            nothing[i] = 0;

        if (ruleset >= 0 && (libc.Control(NoNewPrivileges, 1, 0, 0, 0) != 0
            || libc.SystemCall(RestrictSelf, ruleset, 0, 0) != 0 || libc.SetCapabilities(header, nothing) != 0))
        {
            Volatile.Write(ref error, *libc.Error());
            return;
        }

        var failed = libc.Spawn(
            &child, arguments.Command[0], arguments.Actions, arguments.Attributes, arguments.Command, arguments.Environment);
        if (failed != 0)
        {
            Volatile.Write(ref error, failed);
            return;
        }

        Volatile.Write(ref process, child);
        while (libc.WaitId(ByProcess, child, info, ExitedButKept) != 0 && *libc.Error() == 4)
        {
            // EINTR: go on waiting.
        }
    }
}
