using Grader.Compiling;
using Grader.Records;
using Grader.Scoring;
using Grader.Weaving;
using Grader.Workers;
using Judge;

namespace Grader;

/// <summary>The stages before anything runs. Ends in something to judge, or in the grade of what never ran.</summary>
/// <param name="references">The folder of the assemblies to compile against.</param>
/// <param name="suites">The hidden suites.</param>
internal sealed class Preparation(string references, SuiteStore suites)
{
    public async Task<(Prepared? Prepared, KataGrade? Stopped)> PrepareAsync(Submission submission, CancellationToken cancellation)
    {
        var kata = submission.Kata;
        if (submission.Problem is { } problem)
            return (null, Scorer.Stopped(kata, Verdict.CompileError, [problem]));
        var suite = suites.Of(kata);
        var answer = await CompileWorkers.AskAsync(
            new CompileRequest(references, kata.Name, submission.Files, kata.Policy, suite.NextSite), cancellation);
        if (answer.Compilation is not { Release: { } release, Debug: not null })
            return (null, Scorer.Stopped(kata, Verdict.CompileError, answer.Compilation.Errors));

        // The suite's metadata is hidden, so this one stage is not the worker's.
        var missing = Contract.Missing(suite.Plain.Pe, release.Pe, kata.Name, kata.Files[0]);
        if (missing.Count > 0)
            return (null, Scorer.Stopped(kata, Verdict.CompileError, missing));
        if (answer.Violations.Count > 0)
            return (null, Scorer.Stopped(kata, Verdict.PolicyViolation, answer.Violations));
        return answer.Woven is { Assembly: not null } woven
            ? (new Prepared(submission, answer.Compilation, woven, suite), null)
            : (null, Scorer.Stopped(kata, Verdict.PolicyViolation, answer.Woven?.Unsupported ?? []));
    }
}
