using System.CommandLine;
using System.CommandLine.Parsing;
using Grader.Configuration;
using Grader.Judging;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>The command <c>grader</c>: finds the subcommand, and turns what it throws into a message and a status.</summary>
internal sealed class CommandLine(Terminal terminal, IJudges judges)
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
        // A folder may be called @handle: that is no file with arguments in it.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            if (parsed.CommandResult.Command == root && args is [var first, ..] && Suggestion.Of(first, root.Subcommands.Select(command => command.Name)) is { } meant)
                await terminal.Error.WriteLineAsync($"grader: there is no command '{first}'; did you mean {meant}?");
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync($"grader: {Said(error)}");
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
        catch (Exception e) when (DiskFull.Why(e) is not null)
        {
            await terminal.Error.WriteLineAsync($"grader: the disk is full ({DiskFull.Why(e)}); make room, and start again: `grade … --resume` goes on from where it was");
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
    private static string Said(ParseError error) =>
        (error.SymbolResult as OptionResult ?? error.SymbolResult?.Parent) is OptionResult { Tokens: [var given] } result
        && Wanted(Nullable.GetUnderlyingType(result.Option.ValueType) ?? result.Option.ValueType, given.Value) is { } wanted
            ? $"{result.Option.Name} is '{given.Value}'; give {wanted}"
            : error.Message;

    /// <summary>What to give where <paramref name="given"/> is no value of the type; null where it is one.</summary>
    private static string? Wanted(Type type, string given) =>
        type == typeof(int) ? int.TryParse(given, out _) ? null : "a whole number"
        : type == typeof(double) ? double.TryParse(given, out _) ? null : "a number, like 7.5"
        : type.IsEnum && !Enum.TryParse(type, given, ignoreCase: true, out _) ? string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()
        : null;
}
