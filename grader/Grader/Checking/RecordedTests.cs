using System.Text.RegularExpressions;
using Grader.Watching;
using Judge;

namespace Grader.Checking;

/// <summary>
/// Visible tests that replay one recorded schedule, <c>[Interleaved(Schedule = "1@5:2")]</c>: the bug reports of a kata whose stub is to
/// be debugged. A schedule counts the steps of one program under one engine, so a change of the stub, of the test or of the engine can
/// leave it without a failure.
/// </summary>
internal static partial class RecordedTests
{
    /// <summary>The names and schedules of those in one file.</summary>
    public static IReadOnlyList<(string Test, string Schedule)> In(string text) =>
        [.. Recorded().Matches(text).Select(match => (match.Groups["test"].Value, match.Groups["schedule"].Value))];

    /// <summary>The file with its recorded schedules left out: the tests explore.</summary>
    public static string Exploring(string text) => Recorded().Replace(text, "Schedules = 1000${rest}");

    /// <summary>The file with other schedules; a test that has none keeps its own.</summary>
    public static string With(string text, IReadOnlyDictionary<string, string> schedules) => Recorded().Replace(
        text,
        match => schedules.TryGetValue(match.Groups["test"].Value, out var schedule) ? $"Schedule = \"{schedule}\"{match.Groups["rest"].Value}" : match.Value);

    /// <summary>Runs the kata's visible tests on what is in its folder, which is the stub.</summary>
    /// <returns>Each recorded test with its verdict, which should be one that costs points; with <see cref="Verdict.Accepted"/>, the bug is no longer shown.</returns>
    public static async Task<IReadOnlyList<(string Test, Verdict Verdict)>> RunAsync(
        VisibleTests tests, KataFolder kata, CancellationToken cancellation)
    {
        var outcome = await tests.RunAsync(kata, cancellation);
        return
        [
            .. from entry in kata.Read().SelectMany(file => In(file.Text))
               let found = outcome.Judgement?.Criteria.FirstOrDefault(test => test.Id == entry.Test)
               select (entry.Test, found?.Verdict ?? Verdict.CompileError),
        ];
    }

    [GeneratedRegex("""Schedule = "(?<schedule>[^"]*)"(?<rest>[^\]\n]*\][^\n]*\n\s*public (async )?[\w<>]+ (?<test>\w+)\()""", RegexOptions.ExplicitCapture)]
    private static partial Regex Recorded();
}
