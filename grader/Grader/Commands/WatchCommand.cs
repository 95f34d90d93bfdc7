using System.CommandLine;
using Grader.Configuration;
using Grader.Judging;
using Grader.Watching;
using Judge.Protocol;
using Spectre.Console;

namespace Grader.Commands;

/// <summary><c>grader watch &lt;kata folder&gt;</c>: runs the visible tests again whenever a file is saved.</summary>
internal sealed class WatchCommand : Command
{
    /// <summary>Generous for what is right; a loop without end is to be told while the student still looks.</summary>
    private static readonly JudgeLimits Limits = new(WallSeconds: 10, CpuSeconds: 10);

    private readonly Terminal terminal;
    private readonly IJudges judges;
    private readonly SharedOptions shared = new();
    private readonly Argument<string> folder = new("kata folder") { Description = "A kata's folder, for example katas/lost-update.", DefaultValueFactory = _ => "." };
    private readonly Option<bool> once = new("--once") { Description = "Run them once, and end." };

    public WatchCommand(Terminal terminal, IJudges judges)
        : base("watch", "Run a kata's visible tests again whenever you save.")
    {
        this.terminal = terminal;
        this.judges = judges;
        Add(folder);
        Add(shared.Seed);
        Add(shared.Schedules);
        Add(once);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var kata = KataFolder.Open(terminal.Resolve(parsed.GetValue(folder)!), parsed.GetValue(folder)!);

        // One's own code, which `dotnet test` runs without a sandbox too.
        var judge = judges.Practice();
        using var ended = judge as IDisposable;
        var tests = new VisibleTests(judge, shared.Settings(parsed, new Exploration(200, 1)), Limits);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            Ansi = terminal.Interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal.Interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        if (!terminal.Interactive)
            console.Profile.Width = int.MaxValue >> 1;
        try
        {
            await foreach (var news in new KataWatch(kata, tests, TimeProvider.System).NewsAsync(cancellation))
            {
                if (news.Outcome is { } outcome)
                    WatchScreen.Write(console, kata, outcome, news.Took);
                else if (terminal.Interactive)
                    WatchScreen.Running(console, Limits);
                if (news.Outcome is not null && parsed.GetValue(once))
                    break;
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C.
        }

        return ExitStatus.Done;
    }
}
