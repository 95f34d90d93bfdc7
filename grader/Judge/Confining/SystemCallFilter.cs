using System.Runtime.InteropServices;
using MachineKind = System.Runtime.InteropServices.Architecture;

namespace Judge.Confining;

/// <summary>
/// A seccomp filter in classic BPF (seccomp(2)): the calls of <see cref="SystemCall"/> pass, all others fail with EPERM,
/// and a call by another architecture's numbers ends the process.
/// </summary>
internal static class SystemCallFilter
{
    private const ulong LoadWord = 0x20;
    private const ulong IfEqual = 0x15;
    private const ulong IfAnyBit = 0x45;
    private const ulong Return = 0x06;

    private const uint Allow = 0x7fff0000;
    private const uint Kill = 0x80000000;
    private const uint Refuse = 0x00050000 | 1;

    /// <summary>ENOSYS: a C library then takes clone, whose flags can be read, in the place of clone3.</summary>
    private const uint Unknown = 0x00050000 | 38;

    private const uint X64 = 0xC000003E;
    private const uint Arm64 = 0xC00000B7;

    // Offsets in struct seccomp_data; the arguments are 64 bits wide, little-endian.
    private const uint Number = 0;
    private const uint Architecture = 4;
    private const uint Arguments = 16;

    private const uint CloneThread = 0x00010000;

    /// <summary>PR_GET_DUMPABLE, PR_SET_NAME, PR_GET_NAME, PR_CAPBSET_READ, PR_SET_VMA.</summary>
    private static readonly uint[] OwnNames = [3, 15, 16, 23, 0x53564d41];

    /// <summary>F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC: none that names who gets a signal.</summary>
    private static readonly uint[] Descriptors = [0, 1, 2, 3, 4, 1030];

    /// <summary>TCGETS, TIOCGWINSZ, FIONREAD, FIOCLEX: questions, and nothing that types into a terminal.</summary>
    private static readonly uint[] Questions = [0x5401, 0x5413, 0x541B, 0x5451];

    /// <summary>Whether there is a filter for this machine.</summary>
    public static bool Exists => OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture is MachineKind.X64 or MachineKind.Arm64;

    /// <summary>
    /// The program, for the process that has the number <paramref name="self"/> in its own eyes: each instruction as a
    /// struct sock_filter in 8 bytes, little-endian.
    /// </summary>
    /// <param name="arm64">Whose numbers: those of arm64, or of x86-64.</param>
    /// <param name="self">The process.</param>
    /// <param name="traced">Whether its runtime has a socket to send what it records on.</param>
    public static ulong[] Program(bool arm64, int self, bool traced = false)
    {
        var program = new List<ulong>(512)
        {
            Load(Architecture),
            Jump(IfEqual, arm64 ? Arm64 : X64, 1, 0),
            Answer(Kill),
            Load(Number),
        };
        foreach (var call in SystemCall.Harmless)
            When(call, [Answer(Allow)]);
        When(SystemCall.MakeThreadByStruct, [Answer(Unknown)]);
        When(SystemCall.MakeThread, [Load(Low(0)), Jump(IfAnyBit, CloneThread, 1, 0), Answer(Refuse), Answer(Allow)]);
        When(SystemCall.SignalThread, [.. Only(Low(0), (uint)self), Answer(Allow)]);
        When(SystemCall.SetAffinity, [.. Only(Low(0), 0), Answer(Allow)]);
        // The usual policy has one priority, 0: what Thread.Priority comes to.
        When(SystemCall.SetScheduler, [.. Only(Low(1), 0), Answer(Allow)]);
        When(SystemCall.ProcessControl, [.. Only(Low(0), OwnNames), Answer(Allow)]);
        When(SystemCall.FileControl, [.. Only(Low(1), Descriptors), Answer(Allow)]);
        When(SystemCall.DeviceControl, [.. Only(Low(1), Questions), Answer(Allow)]);
        // Its own limits may be read: no new limit is given, and none of another process is asked for.
        When(SystemCall.ResourceLimit, [.. Only(Low(0), 0), .. Only(Low(2), 0), .. Only(Low(2) + 4, 0), Answer(Allow)]);
        // Without an address it goes to whom the socket was connected to before; another is neither made nor connected.
        if (traced)
            When(SystemCall.SendTo, [.. Only(Low(4), 0), .. Only(Low(4) + 4, 0), Answer(Allow)]);
        program.Add(Answer(Refuse));
        return [.. program];

        void When(SystemCall call, ulong[] then)
        {
            var number = arm64 ? call.Arm64 : call.X64;
            if (number < 0)
                return;
            program.Add(Jump(IfEqual, (uint)number, 0, then.Length));
            program.AddRange(then);
        }
    }

    /// <summary>Goes on when the word at <paramref name="offset"/> is one of these, and refuses the call otherwise.</summary>
    private static List<ulong> Only(uint offset, params ReadOnlySpan<uint> values)
    {
        List<ulong> check = [Load(offset)];
        for (var i = 0; i < values.Length; i++)
            check.Add(Jump(IfEqual, values[i], values.Length - i, 0));
        check.Add(Answer(Refuse));
        return check;
    }

    private static ulong Load(uint offset) => LoadWord | ((ulong)offset << 32);

    private static ulong Answer(uint action) => Return | ((ulong)action << 32);

    /// <summary>Skips so many instructions when the test holds, and so many when it does not.</summary>
    private static ulong Jump(ulong test, uint value, int held, int failed) =>
        test | ((ulong)held << 16) | ((ulong)failed << 24) | ((ulong)value << 32);

    private static uint Low(uint argument) => Arguments + (8 * argument);
}
