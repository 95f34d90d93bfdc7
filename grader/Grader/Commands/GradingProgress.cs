using Grader.Records;
using Spectre.Console;

namespace Grader.Commands;

/// <summary>Shows how far a run is: a bar for a person, a line for each tenth in a log.</summary>
internal static class GradingProgress
{
    /// <summary>Fewer submissions than this are done before a line about them would be read.</summary>
    private const int LongRun = 10;

    /// <summary>Runs <paramref name="work"/>, which tells of every submission that is done, from any thread.</summary>
    public static Task ShowAsync(Terminal terminal, int total, Func<Action<Submission, KataGrade>, Task> work) =>
        terminal.Interactive ? BarAsync(terminal, total, work) : LinesAsync(terminal, total, work);

    private static Task LinesAsync(Terminal terminal, int total, Func<Action<Submission, KataGrade>, Task> work)
    {
        var gate = new Lock();
        var done = 0;
        return work((_, _) =>
        {
            lock (gate)
            {
                done++;
                if (total >= LongRun && done * 10 / total > (done - 1) * 10 / total)
                    terminal.Out.WriteLine($"graded {done} of {total}");
            }
        });
    }

    private static async Task BarAsync(Terminal terminal, int total, Func<Action<Submission, KataGrade>, Task> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("grading", maxValue: Math.Max(1, total));
                await work((submission, _) =>
                {
                    task.Description = Markup.Escape($"{submission.Student} {submission.Kata.Id}");
                    task.Increment(1);
                });
            });
    }
}
