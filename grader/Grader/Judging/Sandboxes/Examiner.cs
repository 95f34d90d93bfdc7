using Judge.Confining;
using Judge.Protocol;

namespace Grader.Judging.Sandboxes;

/// <summary>Finds out what a sandbox holds by attacking it from inside.</summary>
internal sealed class Examiner(TimeProvider time)
{
    /// <summary>Small, so that a machine on which the limits do not hold is not hurt by the finding.</summary>
    private static readonly JudgeLimits Limits = new(WallSeconds: 20, CpuSeconds: 20, MemoryMegabytes: 64, Threads: 32);

    private static readonly Dictionary<string, string> Held = new()
    {
        ["files"] = "reads neither /etc/passwd nor the hidden suites",
        ["writing"] = "writes no file",
        ["network"] = "opens no socket",
        ["signals"] = "signals nobody outside",
        ["processes"] = "starts no process",
        ["memory"] = "gets no more memory than its limit",
        ["programs"] = "executes no other program",
    };

    public async Task<Examination> ExamineAsync(SandboxKind kind, CancellationToken cancellation)
    {
        try
        {
            var request = new JudgeRequest
            {
                Suite = "",
                Woven = [],
                Limits = Limits,
                Probe = new ProbePlan(Secret(), Environment.ProcessId),
            };
            var judgement = await new ChildJudge(new JudgeLauncher(Sandbox.Of(kind)), time).JudgeAsync(request, cancellation);
            if (judgement.Attempts.Count == 0)
                return new Examination(kind, Problem(kind, judgement), []);
            return new Examination(kind, "", [.. Probe.Layers.Select(layer => Of(kind, layer, judgement))]);
        }
        catch (SandboxMissingException e)
        {
            return new Examination(kind, e.Message, []);
        }
    }

    /// <summary>A hidden suite, if there is one: what nobody may read is what the attempt is made on.</summary>
    private static string Secret()
    {
        var suites = Path.Combine(AppContext.BaseDirectory, "suites");
        return Directory.Exists(suites) && Directory.EnumerateFiles(suites).FirstOrDefault() is { } suite ? suite : "/etc/passwd";
    }

    private static Layer Of(SandboxKind kind, string name, Judgement judgement)
    {
        var attempt = judgement.Attempts.FirstOrDefault(attempt => attempt.Layer == name);
        if (attempt is null)
            return new Layer(name, LayerState.Missing, $"the judge did not come back from the attempt ({judgement.EndingMessage})");
        if (attempt.Escape.Length > 0)
            return new Layer(name, LayerState.Missing, attempt.Escape);
        // The filter of system calls holds both all the same.
        var lacking = (kind, name) switch
        {
            (SandboxKind.Landlock, "network") when LandlockRuleset.Version < 4 => "Linux 6.7",
            (SandboxKind.Landlock, "signals") when LandlockRuleset.Version < 6 => "Linux 6.12",
            _ => "",
        };
        return lacking.Length == 0
            ? new Layer(name, LayerState.Held, Held[name])
            : new Layer(name, LayerState.Weak, $"{Held[name]}, by the filter of system calls alone; {lacking} would add Landlock's own rule");
    }

    private static string Problem(SandboxKind kind, Judgement judgement)
    {
        var words = judgement.Errors.Trim().Split('\n')[0];
        var seen = words.Length > 0 ? words : judgement.EndingMessage;
        return kind == SandboxKind.Bubblewrap
            ? $"{seen} (are user namespaces forbidden? sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0 allows them on Ubuntu; in a container they take --security-opt seccomp=unconfined)"
            : seen;
    }
}
