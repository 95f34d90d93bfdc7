using Grader.Judging;
using Grader.Profiling;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader;

/// <summary>Runs a submission's timed run once more while its runtime is recorded, and says where the time went.</summary>
/// <param name="run">How to prepare it.</param>
/// <param name="judges">Where the judge comes from.</param>
/// <param name="judge">In which sandbox it runs.</param>
internal sealed class Profiler(GradingRun run, IJudges judges, SandboxedJudge judge)
{
    /// <summary>As many as there is time for: the judge stops after two seconds, and not before three of them.</summary>
    private const int MostTrials = 1_000;

    /// <summary>The profile, and why the run ended early: empty when it did not.</summary>
    /// <exception cref="WrongUseException">There is none.</exception>
    public async Task<(SampledProfile Profile, string Problem)> ProfileAsync(Submission submission, CancellationToken cancellation)
    {
        var plan = new MeasurementPlan(MostTrials, WarmUps: 1, run.Settings.Seed);
        if (await run.Pipeline.TimedAsync(submission, plan, cancellation) is not var (prepared, request))
            throw new WrongUseException("there is no profile: the submission does not come to run");

        var (judgement, trace, problem) = await judges.TraceAsync(judge, request, cancellation);
        if (problem is not null)
            throw new WrongUseException($"there is no profile: {problem} {judgement.EndingMessage}".TrimEnd());
        var owners = new Owners(prepared.Compilation.Release!, prepared.Suite.Plain);
        var profile = Profile.Of(Read(trace), owners);
        return profile.Threads.Count > 0
            ? (profile, judgement.Ending == Verdict.Accepted ? judgement.Side?.Problem ?? "" : judgement.EndingMessage)
            : throw new WrongUseException($"there is no profile: no sample met the submission's code. {judgement.EndingMessage}".TrimEnd());
    }

    private static IReadOnlyList<TraceSample> Read(byte[] trace)
    {
        try
        {
            return TraceReader.Read(trace);
        }
        catch (InvalidDataException e)
        {
            throw new WrongUseException($"there is no profile: {e.Message}");
        }
    }
}
