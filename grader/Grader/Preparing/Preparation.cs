using Grader.Records;
using Grader.Weaving;
using Judge;

namespace Grader.Preparing;

/// <summary>All that is done with a submission before anything of it runs.</summary>
/// <param name="references">The folder of the assemblies to compile against.</param>
/// <param name="suites">The hidden suites.</param>
internal sealed class Preparation(string references, SuiteStore suites)
{
    public async Task<Readiness> PrepareAsync(Submission submission, CancellationToken cancellation)
    {
        if (submission.Problem is { } problem)
            return new Rejected(Verdict.CompileError, [problem]);
        var kata = submission.Kata;
        var suite = suites.Of(kata);
        var answer = await CompileWorkers.AskAsync(
            new CompileRequest(references, kata.Name, submission.Files, kata.Policy, suite.NextSite), cancellation);
        if (answer.Compilation is not { Release: { } release, Debug: not null })
            return new Rejected(Verdict.CompileError, answer.Compilation.Errors);

        // The suite's metadata is hidden, so this one step is not the worker's.
        var missing = Contract.Missing(suite.Plain.Pe, release.Pe, kata.Name, kata.Files[0]);
        if (missing.Count > 0)
            return new Rejected(Verdict.CompileError, missing);
        if (answer.Violations.Count > 0)
            return new Rejected(Verdict.PolicyViolation, answer.Violations);
        return answer.Woven is { Assembly: not null } woven
            ? new Prepared(submission, answer.Compilation, woven, suite)
            : new Rejected(Verdict.PolicyViolation, answer.Woven?.Unsupported ?? []);
    }
}
