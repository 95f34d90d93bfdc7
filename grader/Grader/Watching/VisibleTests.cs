using Grader.Compiling;
using Grader.Judging;
using Grader.Records;
using Grader.Weaving;
using Judge.Protocol;

namespace Grader.Watching;

/// <summary>Runs the tests that a student sees, as `dotnet test` does in a kata's folder, in a judge that is made for each run.</summary>
internal sealed class VisibleTests(IJudge judge, RunSettings settings, JudgeLimits limits)
{
    private readonly Compiler compiler = Compiler.ForTests();

    public Task<Outcome> RunAsync(KataFolder kata, CancellationToken cancellation) => RunAsync(kata, file => file, cancellation);

    /// <param name="edited">Each file as it is to be compiled; what is on disk stays as it is.</param>
    public async Task<Outcome> RunAsync(KataFolder kata, Func<SourceFile, SourceFile> edited, CancellationToken cancellation)
    {
        var compilation = compiler.Compile(kata.Name, [.. kata.Read().Select(edited)]);
        if (compilation.Debug is not { } assembly)
            return new Outcome(Own(compilation.Errors), null);
        var woven = Instrument.Tests(assembly);
        if (woven.Assembly is null)
            return new Outcome(woven.Unsupported, null);
        var request = new JudgeRequest
        {
            Suite = kata.Name,
            Woven = [woven.Assembly],
            Exploration = new ExplorationBudget(settings.Schedules, settings.Seed),
            Limits = limits,
            Visible = true,
        };
        return new Outcome([], await judge.JudgeAsync(request, cancellation));
    }

    /// <summary>What is wrong in the student's file breaks the tests too: those errors go away with it.</summary>
    private static IReadOnlyList<Finding> Own(IReadOnlyList<Finding> errors)
    {
        var own = errors.Where(error => !error.File.EndsWith("Tests.cs", StringComparison.Ordinal)).ToList();
        return own.Count > 0 ? own : errors;
    }

    /// <summary>What came of one run.</summary>
    /// <param name="Problems">Why nothing ran; empty when it did.</param>
    /// <param name="Judgement">Test by test; null when nothing ran.</param>
    internal sealed record Outcome(IReadOnlyList<Finding> Problems, Judgement? Judgement);
}
