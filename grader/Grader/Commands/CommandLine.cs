using System.CommandLine;
using System.Text.RegularExpressions;
using Grader.Judging;
using Grader.Judging.Sandboxes;

namespace Grader.Commands;

/// <summary>The command <c>grader</c>: finds the subcommand, and turns what it throws into a message and a status.</summary>
internal sealed partial class CommandLine(Terminal terminal, IJudges judges)
{
    private readonly RootCommand root = new("Grades submissions to concurrency katas, and never by luck.")
    {
        new GradeCommand(terminal, judges),
        new ReportCommand(terminal),
        new ExplainCommand(terminal, judges),
        new ReplayCommand(terminal, judges),
        new CheckCommand(terminal, judges),
        new RecordCommand(terminal, judges),
        new DoctorCommand(terminal, judges),
        new WatchCommand(terminal, judges),
        new NewCommand(terminal),
        new ExportCommand(terminal),
        new PackCommand(terminal),
    };

    public async Task<int> RunAsync(string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync($"grader: {Said(error.Message)}");
            await terminal.Error.WriteLineAsync($"grader: see 'grader {parsed.CommandResult.Command.Name} --help'".Replace(" grader --help", " --help"));
            return ExitStatus.Failed;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (WrongUseException e)
        {
            foreach (var line in e.Message.Split('\n'))
                await terminal.Error.WriteLineAsync($"grader: {line}");
            return ExitStatus.Failed;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync($"grader: this is a fault of the grader, not yours; please report it:\n{e}");
            return ExitStatus.Failed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("grader: stopped before the end; `grade … --resume` goes on from here");
            return ExitStatus.Failed;
        }
    }

    /// <summary>The parser tells a wrong value by the name of a type; a person is told what to give.</summary>
    private static string Said(string error)
    {
        if (WrongValue().Match(error) is not { Success: true } wrong)
            return error;
        var type = wrong.Groups["type"].Value;
        var wanted = type.Contains(nameof(Int32), StringComparison.Ordinal) ? "a whole number"
            : type.Contains(nameof(Double), StringComparison.Ordinal) ? "a number, like 7.5"
            : string.Join(", ", Enum.GetNames<SandboxKind>()).ToLowerInvariant();
        return $"{wrong.Groups["option"].Value} is '{wrong.Groups["value"].Value}'; give {wanted}";
    }

    [GeneratedRegex(@"^Cannot parse argument '(?<value>.*)' for option '(?<option>[^']*)' as expected type '(?<type>[^']*)'", RegexOptions.Singleline)]
    private static partial Regex WrongValue();
}
