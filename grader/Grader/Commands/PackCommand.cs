using System.CommandLine;
using Grader.Exporting;
using Grader.Weaving;

namespace Grader.Commands;

/// <summary><c>grader pack &lt;dir&gt;</c>: the bundle that an autograder runs, its hidden suites under a key.</summary>
internal sealed class PackCommand : Command
{
    private readonly Terminal terminal;

    private readonly Argument<string> directory = new("dir") { Description = "A new folder for the bundle." };

    private readonly Option<string> runtime = new("--runtime")
    {
        Description = "The runtime identifier of the machine that grades.",
        HelpName = "rid",
        DefaultValueFactory = _ => "linux-x64",
    };

    public PackCommand(Terminal terminal)
        : base("pack", $"Write the bundle that an autograder runs. The hidden suites in it are encrypted under {SealedSuites.KeyVariable}.")
    {
        this.terminal = terminal;
        Add(directory);
        Add(runtime);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        var key = Environment.GetEnvironmentVariable(SealedSuites.KeyVariable);

        // Before the long part, and before anything is written.
        _ = SealedSuites.Key(key);
        var shown = parsed.GetValue(directory)!;
        var target = NewFolder.Make(terminal.Resolve(shown), shown);
        await terminal.Out.WriteLineAsync("publishing; this takes a minute or two");
        try
        {
            await Bundle.MakeAsync(workspace.Root, workspace.Grading.Katas, target, parsed.GetValue(runtime)!, key, cancellation);
        }
        catch
        {
            // Half a bundle has suites in the clear, and would be in the way of the next attempt.
            Directory.Delete(target, recursive: true);
            throw;
        }

        var bytes = new DirectoryInfo(target).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        await terminal.Out.WriteLineAsync($"{target}: {bytes / 1e6:0} MB, {workspace.Grading.Katas.Count} katas");
        await terminal.Out.WriteLineAsync($"run it with {SealedSuites.KeyVariable} set: {Path.Combine(shown, "grader")} grade <path>");
        return ExitStatus.Done;
    }
}
