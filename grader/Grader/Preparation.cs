using Grader.Compiling;
using Grader.Policies;
using Grader.Records;
using Grader.Scoring;
using Grader.Weaving;
using Judge;

namespace Grader;

/// <summary>The stages before anything runs. Ends in something to judge, or in the grade of what never ran.</summary>
internal sealed class Preparation(Compiler compiler, SuiteStore suites)
{
    public (Prepared? Prepared, KataGrade? Stopped) Prepare(Submission submission)
    {
        if (submission.Problem is { } problem)
            return (null, Scorer.Stopped(submission.Kata, Verdict.CompileError, [problem]));
        var suite = suites.Of(submission.Kata);
        var compilation = compiler.Compile(submission);
        if (compilation.Release is null || compilation.Debug is null)
            return (null, Scorer.Stopped(submission.Kata, Verdict.CompileError, compilation.Errors));
        var missing = Contract.Missing(suite.Plain.Pe, compilation.Release.Pe, submission.Kata.Name, submission.Kata.Files[0]);
        if (missing.Count > 0)
            return (null, Scorer.Stopped(submission.Kata, Verdict.CompileError, missing));
        var violations = Policy.Violations(compilation.Debug, submission.Kata.Policy, submission.Files);
        if (violations.Count > 0)
            return (null, Scorer.Stopped(submission.Kata, Verdict.PolicyViolation, violations));
        var woven = Instrument.Submission(compilation.Debug, suite);
        return woven.Assembly is null
            ? (null, Scorer.Stopped(submission.Kata, Verdict.PolicyViolation, woven.Unsupported))
            : (new Prepared(submission, compilation, woven, suite), null);
    }
}
