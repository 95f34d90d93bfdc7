using System.CommandLine;
using System.Diagnostics;
using Grader.Configuration;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Watching;
using Judge.Protocol;
using Spectre.Console;

namespace Grader.Commands;

/// <summary><c>grader watch &lt;kata folder&gt;</c>: runs the visible tests again whenever a file is saved.</summary>
internal sealed class WatchCommand : Command
{
    /// <summary>How often the folder is looked at. Asking works on every file system and with every editor; being told does not.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(150);

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
        var (judge, _) = await judges.FindAsync(SandboxKind.None, cancellation);
        var tests = new VisibleTests(judge, shared.Settings(parsed, new Exploration(200, 1)), new JudgeLimits());
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
            for (var seen = ""; ;)
            {
                if (kata.Stamp() is var now && now != seen)
                {
                    seen = now;
                    var start = Stopwatch.GetTimestamp();
                    var outcome = await tests.RunAsync(kata, cancellation);
                    WatchScreen.Write(console, kata, outcome, Stopwatch.GetElapsedTime(start));
                }

                if (parsed.GetValue(once))
                    return ExitStatus.Done;
                await Task.Delay(Period, cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Done;
        }
    }
}
