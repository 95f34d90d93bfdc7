using System.CommandLine;
using Grader.Configuration;
using Grader.Judging;
using Grader.Weaving;

namespace Grader.Commands;

/// <summary><c>grader doctor</c>: what this machine can do, each line with its mend where there is one.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Terminal terminal;
    private readonly IJudge judge;

    public DoctorCommand(Terminal terminal, IJudge judge)
        : base("doctor", "Tell what this machine can do.")
    {
        this.terminal = terminal;
        this.judge = judge;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var machine = Machine.Describe();
        Say("ok", "grader", GradingRun.Version);
        Say("ok", "runtime", machine.Runtime);
        Say("ok", "system", machine.Os);
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
        Say(memory >= 768 ? "ok" : "weak", "memory", $"{memory} MB{(memory >= 768 ? "" : "; judge with --jobs 1")}");
        Say(machine.Cores > 1 ? "ok" : "weak", "processors", machine.Cores > 1
            ? $"{machine.Cores}"
            : "1: wall speedup cannot be shown here and is Inconclusive, which costs no points");
        var able = Katas() & await JudgeAsync(cancellation);
        Say("missing", "sandbox", $"{machine.Sandbox}; grade only code that you would run yourself");
        return able ? ExitStatus.Done : ExitStatus.Failed;
    }

    private bool Katas()
    {
        try
        {
            var workspace = Workspace.Find(terminal.Folder);
            Say("ok", "katas", $"{workspace.Grading.Katas.Count} in {Path.Combine(workspace.Root, Workspace.FileName)}");
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
        var answer = await judge.JudgeAsync(
            new Judge.Protocol.JudgeRequest { Suite = "Doctor", Woven = [] }, cancellation);
        var works = !answer.EndingMessage.StartsWith("The judge could not be started", StringComparison.Ordinal);
        Say(works ? "ok" : "missing", "judge", works ? "starts, and answers" : answer.EndingMessage);
        return works;
    }

    private void Say(string state, string what, string detail) =>
        terminal.Out.WriteLine($"{state,-8} {what,-24} {detail}");
}
