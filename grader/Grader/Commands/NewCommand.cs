using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Grader.Authoring;
using Grader.Configuration;

namespace Grader.Commands;

/// <summary>
/// <c>grader new &lt;slug&gt;</c>: the whole anatomy of a kata. What is there already is left alone, so it can be run again: after a
/// merge, to enter the kata into a file that two branches had changed.
/// </summary>
internal sealed partial class NewCommand : Command
{
    private const string Solution = "ConcurrencyKatas.sln";

    private readonly Terminal terminal;

    private readonly Argument<string> slug = new("slug") { Description = "Lower-case words with hyphens: lost-update." };

    private readonly Option<string?> title = new("--title") { Description = "The name for people; the words of the slug unless given." };

    public NewCommand(Terminal terminal)
        : base("new", "Lay out a kata: stub, tests, suite, solutions, its entry in grading.json and in the solution. Leaves alone what is there.")
    {
        this.terminal = terminal;
        Add(slug);
        Add(title);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var id = parsed.GetValue(slug)!;
        if (!Slug().IsMatch(id))
            throw new WrongUseException($"'{id}' must be lower-case words with hyphens, like lost-update");
        var workspace = Workspace.Find(terminal.Folder, terminal.Home);
        if (!Directory.Exists(Path.Combine(workspace.Root, "tests", "Suites")))
            throw new WrongUseException($"{workspace.Root} has no tests/Suites; new works in the repository of the katas");
        var anatomy = new Anatomy(id, parsed.GetValue(title) ?? char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' '));

        foreach (var (path, text) in Missing(workspace, anatomy))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(workspace.Root, path))!);
            await File.WriteAllTextAsync(Path.Combine(workspace.Root, path), text, cancellation);
            await terminal.Out.WriteLineAsync($"wrote {path}");
        }

        await EnterAsync(workspace, anatomy, cancellation);
        await AddToSolutionAsync(workspace.Root, anatomy, cancellation);
        await terminal.Out.WriteLineAsync(
            $"next: replace what says {Anatomy.Mark}, then `tests/SampleClass/refresh`, `dotnet build`, and `grader check {id}`; .github/CONTRIBUTING.md says what a kata must have");
        return ExitStatus.Done;
    }

    /// <summary>
    /// The files that are not there. A kata that is in grading.json has its own answers and tests by now: of those a missing one is
    /// missing on purpose.
    /// </summary>
    private static IEnumerable<(string Path, string Text)> Missing(Workspace workspace, Anatomy anatomy) =>
        workspace.Grading.Katas.Any(kata => kata.Id == anatomy.Slug)
            ? []
            : [.. anatomy.Files().Where(file => !File.Exists(Path.Combine(workspace.Root, file.Path)))];

    private async Task EnterAsync(Workspace workspace, Anatomy anatomy, CancellationToken cancellation)
    {
        var grading = Path.Combine(workspace.Root, Grading.FileName);
        var text = await File.ReadAllTextAsync(grading, cancellation);
        if (workspace.Grading.Katas.All(kata => kata.Id != anatomy.Slug))
        {
            text = anatomy.Entered(text);
            // Not written unless it can be read again.
            _ = GradingReader.Parse(text);
            await File.WriteAllTextAsync(grading, text, cancellation);
            await terminal.Out.WriteLineAsync($"entered it into {Grading.FileName}");
        }

        var page = Path.Combine(workspace.Root, LessonTables.Page);
        if (!File.Exists(page))
            return;
        var before = await File.ReadAllTextAsync(page, cancellation);
        var after = LessonTables.Redrawn(before, GradingReader.Parse(text).Katas);
        if (after == before)
            return;
        await File.WriteAllTextAsync(page, after, cancellation);
        await terminal.Out.WriteLineAsync($"updated the list in {LessonTables.Page}");
    }

    private async Task AddToSolutionAsync(string root, Anatomy anatomy, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(root, Solution)))
            return;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root, RedirectStandardOutput = true };
        foreach (var argument in (string[])["sln", Solution, "add", .. anatomy.Projects])
            start.ArgumentList.Add(argument);
        using var dotnet = Process.Start(start) ?? throw new WrongUseException("dotnet cannot be started; is the SDK in the path?");
        var said = await dotnet.StandardOutput.ReadToEndAsync(cancellation);
        await dotnet.WaitForExitAsync(cancellation);
        if (dotnet.ExitCode != 0)
            throw new WrongUseException($"`dotnet sln {Solution} add {string.Join(' ', anatomy.Projects)}` failed:\n{said.Trim()}");
        await terminal.Out.WriteLineAsync($"entered it into {Solution}");
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
