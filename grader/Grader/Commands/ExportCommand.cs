using System.CommandLine;
using Grader.Exporting;

namespace Grader.Commands;

/// <summary><c>grader export &lt;dir&gt;</c>: the student template, by allow-list: no hidden suite, no solution.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Terminal terminal;

    private readonly Argument<string> directory = new("dir") { Description = "A new folder for the template." };

    public ExportCommand(Terminal terminal)
        : base("export", "Write the student template: katas, engine, workflow, editor settings; no suite, no solution.")
    {
        this.terminal = terminal;
        Add(directory);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        // What is missing is told before there is a folder.
        _ = StudentTemplate.Files(workspace.Root, workspace.Grading.Katas);
        var target = NewFolder.Make(terminal.Resolve(parsed.GetValue(directory)!), parsed.GetValue(directory)!);
        var count = StudentTemplate.Write(workspace.Root, workspace.Grading.Katas, target, _ => true);
        terminal.Out.WriteLine($"{count} files, {workspace.Grading.Katas.Count} katas: {target}");
        terminal.Out.WriteLine("next: push this folder to the repository that students start from; grader/README.md says how pushes are graded");
        return ExitStatus.Done;
    }
}
