using System.CommandLine;
using Grader.Configuration;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Weaving;

namespace Grader.Commands;

/// <summary><c>grader doctor</c>: what this machine can do, each line with its mend where there is one.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();

    public DoctorCommand(Terminal terminal, IJudges judges)
        : base("doctor", "Tell what this machine can do.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(shared.Sandbox);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var machine = Machine.Describe(SandboxKind.None);
        Say("ok", "grader", GradingRun.Version);
        Say("ok", "runtime", machine.Runtime);
        Say("ok", "system", machine.Os);
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        Say(memory >= 768 ? "ok" : "weak", "memory", $"{memory} MB{(memory >= 768 ? "" : "; judge with --jobs 1")}");
        Say(machine.Cores > 1 ? "ok" : "weak", "processors", machine.Cores > 1
            ? $"{machine.Cores}"
            : "1: wall speedup cannot be shown here and is Inconclusive, which costs no points");
        var able = Katas() & await JudgeAsync(cancellation);
        await SandboxesAsync(parsed.GetValue(shared.Sandbox), cancellation);
        return able ? ExitStatus.Done : ExitStatus.Failed;
    }

    private bool Katas()
    {
        try
        {
            var workspace = Workspace.Find(terminal.Folder, terminal.Home);
            Say("ok", "katas", $"{workspace.Grading.Katas.Count} in {Path.Combine(workspace.Root, Grading.FileName)}");
            var suites = new SuiteStore(workspace.Suites);
            var all = workspace.Grading.Katas.Select(kata => Suite(suites, kata)).ToList();
            return all.TrueForAll(good => good);
        }
        catch (WrongUseException e)
        {
            Say("missing", "katas", e.Message);
            return false;
        }
    }

    private bool Suite(SuiteStore suites, Kata kata)
    {
        try
        {
            var suite = suites.Of(kata);
            Say("ok", $"suite {kata.Id}", $"{suite.Criteria.Count} criteria{(suite.HasWorkload ? ", timed" : "")}");
            return true;
        }
        catch (WrongUseException e)
        {
            Say("missing", $"suite {kata.Id}", e.Message);
            return false;
        }
    }

    private async Task<bool> JudgeAsync(CancellationToken cancellation)
    {
        // A suite that is not there: a judge that says so has started, read its request, and answered.
        var (judge, _) = await judges.FindAsync(SandboxKind.None, cancellation);
        var answer = await judge.JudgeAsync(
            new Judge.Protocol.JudgeRequest { Suite = "Doctor", Woven = [] }, cancellation);
        Say(answer.Started ? "ok" : "missing", "judge", answer.Started ? "starts, and answers" : answer.EndingMessage);
        return answer.Started;
    }

    /// <summary>Each layer as it stood against a judge that attacked it, and whether that is enough to grade strangers.</summary>
    private async Task SandboxesAsync(SandboxKind? wanted, CancellationToken cancellation)
    {
        SandboxKind? best = null;
        await foreach (var examination in judges.ExamineAsync(wanted, cancellation))
        {
            var kind = examination.Kind.ToString().ToLowerInvariant();
            if (examination.Problem.Length > 0)
                Say("missing", kind, examination.Problem);
            foreach (var layer in examination.Layers)
                Say(layer.State.ToString().ToLowerInvariant(), $"{kind} {layer.Name}", layer.Detail);
            if (examination.Holds && examination.Kind != SandboxKind.None)
                best ??= examination.Kind;
        }

        if (best is { } sandbox)
            Say("held", "sandbox", $"{sandbox.ToString().ToLowerInvariant()}: submissions of strangers may be graded");
        else
            Say("missing", "sandbox", "none holds: `grade` refuses without --unsafe; on Linux, sudo apt install bubblewrap");
    }

    private void Say(string state, string what, string detail) =>
        terminal.Out.WriteLine($"{state,-8} {what,-24} {detail}");
}
