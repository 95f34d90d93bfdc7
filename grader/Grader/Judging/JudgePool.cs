using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Judge processes that have answered and wait for more of the same owner. Whatever one owner's code did to a process, no other
/// owner's comes into it.
/// </summary>
/// <param name="places">How many may wait.</param>
/// <param name="time">The clock.</param>
internal sealed class JudgePool(int places, TimeProvider time) : IDisposable
{
    /// <summary>What is loaded for one submission stays in memory for a while.</summary>
    private const int MostServed = 25;

    /// <summary>Of memory that its heap does not count (code, types), and that must not look like a submission's.</summary>
    private const long MostBytes = 160L << 20;

    private const int MostLooks = 20;

    private const string Box = "bwrap";

    /// <summary>As Linux shows them: 15 characters.</summary>
    private static readonly HashSet<string> Ours =
    [
        Box, "dotnet", "Judge", "lifeline", ".NET SynchManag", ".NET EventPipe", ".NET SigHandler", ".NET Finalizer", ".NET Sockets", ".NET Tiered Com",
    ];

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly Lock gate = new();
    private readonly List<Idle> idle = [];

    /// <summary>One that may judge this request, and in which nothing goes on; null when there is none.</summary>
    public async Task<JudgeProcess?> TakeAsync(JudgeRequest request)
    {
        while (Find(request) is { } process)
        {
            // The engine's threads may still be about to end.
            for (var look = 0; look < MostLooks; look++)
            {
                if (AreOurs(ProcessTable.Threads(process.Id)))
                    return process;
                await Task.Delay(Look, time, CancellationToken.None);
            }

            process.Dispose();
        }

        return null;
    }

    /// <summary>Keeps one that was left as it should be, if it is worth it.</summary>
    public void Add(JudgeProcess process, JudgeRequest request)
    {
        process.Served++;
        var used = ProcessTable.Read(process.Id);
        // What is left until the kernel ends it (see JudgeLauncher) must do for another.
        if (process.Served >= MostServed || used.MemoryBytes > MostBytes || used.CpuSeconds > request.Limits.CpuSeconds)
        {
            process.Dispose();
            return;
        }

        lock (gate)
        {
            while (idle.Count >= places)
            {
                idle[0].Process.Dispose();
                idle.RemoveAt(0);
            }

            idle.Add(new Idle(process, request.Owner, request.Limits));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var one in idle)
                one.Process.Dispose();
            idle.Clear();
        }
    }

    private JudgeProcess? Find(JudgeRequest request)
    {
        lock (gate)
        {
            var found = idle.FindIndex(one => one.Owner == request.Owner && AreAlike(one.Limits, request.Limits));
            if (found < 0)
                return null;
            var process = idle[found].Process;
            idle.RemoveAt(found);
            return process;
        }
    }

    /// <summary>The limits that a process is given when it starts, and that cannot be changed then.</summary>
    private static bool AreAlike(JudgeLimits limits, JudgeLimits others) => limits.CpuSeconds == others.CpuSeconds
        && limits.MemoryMegabytes == others.MemoryMegabytes && limits.Threads == others.Threads && limits.OutputKilobytes == others.OutputKilobytes;

    /// <summary>
    /// Whether all threads are the runtime's, the judge's or the box's, each once: a new one is called as its process is unless
    /// somebody says otherwise. Those of the thread pool do not belong here, since a judge needs none; nor do those of the engine,
    /// which end with an exploration unless one is stuck. Where the kernel shows only the box's, nothing is known.
    /// </summary>
    private static bool AreOurs(IReadOnlyList<string> threads)
    {
        var own = threads.Where(static name => name != Box).ToList();
        return (own.Count > 0 || !OperatingSystem.IsLinux()) && own.All(Ours.Contains) && own.Distinct().Count() == own.Count;
    }

    private sealed record Idle(JudgeProcess Process, string? Owner, JudgeLimits Limits);
}
