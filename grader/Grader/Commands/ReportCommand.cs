using System.CommandLine;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>
/// <c>grader report &lt;report&gt;…</c>: writes results that are there, without grading. Several are joined as parts of one
/// class, so <c>grader merge &lt;dir&gt;…</c> is the same command by another name.
/// </summary>
internal sealed class ReportCommand : Command
{
    private readonly Terminal terminal;
    private readonly ReportOptions options;

    private readonly Argument<string[]> paths = new("report")
    {
        Description = "A report.json, or the --out folder that has it; several are joined, as the parts of one class.",
        Arity = ArgumentArity.OneOrMore,
    };

    public ReportCommand(Terminal terminal)
        : base("report", "Write results that are there in any format, join them, apply overrides and the late policy.")
    {
        this.terminal = terminal;
        options = new ReportOptions(terminal);
        Aliases.Add("merge");
        Add(paths);
        options.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var files = parsed.GetValue(paths)!.Select(terminal.Resolve)
            .Select(path => Directory.Exists(path) ? Path.Combine(path, ReportFolder.JsonFile) : path).ToList();
        if (files.Where(file => !File.Exists(file)).ToList() is { Count: > 1 } missing)
            throw new WrongUseException($"these reports are missing:\n{string.Join('\n', missing)}\ngrade them, or leave them out");
        var parts = files.Select(file => (file, ReportOptions.Read(terminal, file))).ToList();
        var report = options.Adjust(parsed, ReportMerge.Join(parts), () => Workspace.Find(terminal.Folder, terminal.Home).Grading);
        // When the results were made is when their file was written: the report itself has no clock in it.
        var made = files.Max(File.GetLastWriteTimeUtc);
        var output = options.Prepare(parsed);
        ClassSummary.Write(report, terminal);
        options.Write(parsed, report, made, output);
        return ExitStatus.Done;
    }
}
