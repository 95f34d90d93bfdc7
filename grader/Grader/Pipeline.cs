using Grader.Configuration;
using Grader.Judging;
using Grader.Measuring;
using Grader.Preparing;
using Grader.Records;
using Grader.Scoring;
using Judge;
using Judge.Protocol;

namespace Grader;

/// <summary>
/// Takes submissions through all stages, several at a time. Timed runs come last and one at a time, so that they do not
/// measure one another.
/// </summary>
internal sealed class Pipeline(
    Preparation preparation, Scorer scorer, IJudge judge, Limits limits, RunSettings settings)
{
    /// <summary>A grade for each submission, in their order.</summary>
    /// <param name="submissions">What to grade.</param>
    /// <param name="graded">Told of each as it is done, from any thread.</param>
    /// <param name="cancellation">Stops it all.</param>
    public async Task<IReadOnlyList<KataGrade>> GradeAsync(
        IReadOnlyList<Submission> submissions, Action<Submission, KataGrade> graded, CancellationToken cancellation)
    {
        var grades = new KataGrade?[submissions.Count];
        await GradeEachAsync(submissions, (i, grade) => graded(submissions[i], grades[i] = grade), cancellation);
        return grades!;
    }

    /// <summary>Grades each submission and keeps no grade: a class of thousands does not fit.</summary>
    /// <param name="submissions">What to grade.</param>
    /// <param name="graded">Told of each as it is done, by its index, from any thread.</param>
    /// <param name="cancellation">Stops it all.</param>
    public async Task GradeEachAsync(IReadOnlyList<Submission> submissions, Action<int, KataGrade> graded, CancellationToken cancellation)
    {
        var judged = new (Prepared Prepared, Judgement Judgement, TimeBudget Left)?[submissions.Count];
        var turns = new Turns(submissions);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.Jobs, CancellationToken = cancellation };
        await Parallel.ForAsync(0, settings.Jobs, parallel, async (_, token) =>
        {
            for (string? student = null; turns.Next(student) is { } i; student = submissions[i].Student)
            {
                (var grade, judged[i]) = await Guarded(submissions[i].Kata, () => JudgeAsync(submissions[i], token));
                if (grade is not null)
                    graded(i, grade);
            }
        });

        for (var i = 0; i < submissions.Count; i++)
        {
            if (judged[i] is not { } pending)
                continue;
            judged[i] = null;
            var (grade, _) = await Guarded(submissions[i].Kata, async () => (await MeasureAsync(pending.Prepared, pending.Judgement, pending.Left, cancellation), null));
            graded(i, grade!);
        }
    }

    /// <summary>What the judge says of one submission, or the grade of what never ran.</summary>
    /// <param name="submission">What was handed in.</param>
    /// <param name="adjust">The last word on the request, for a replay.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(KataGrade? Stopped, Judgement? Judgement)> RunAsync(
        Submission submission, Func<JudgeRequest, JudgeRequest> adjust, CancellationToken cancellation)
    {
        return await preparation.PrepareAsync(submission, cancellation) switch
        {
            Prepared prepared => (null, await judge.JudgeAsync(adjust(Request(prepared)), cancellation)),
            var readiness => (Stopped(submission, readiness), null),
        };
    }

    /// <summary>A request that times the submission alone, to be run by whoever watches it; null when it never comes to run.</summary>
    /// <param name="submission">What was handed in; its kata has a timed run.</param>
    /// <param name="plan">How to time it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<(Prepared Prepared, JudgeRequest Request)?> TimedAsync(
        Submission submission, MeasurementPlan plan, CancellationToken cancellation)
    {
        return await preparation.PrepareAsync(submission, cancellation) is Prepared prepared ? (prepared, Timed(prepared) with { Measure = plan }) : null;
    }

    private async Task<(KataGrade? Grade, (Prepared, Judgement, TimeBudget)? Pending)> JudgeAsync(Submission submission, CancellationToken cancellation)
    {
        var readiness = await preparation.PrepareAsync(submission, cancellation);
        if (readiness is not Prepared prepared)
            return (Stopped(submission, readiness), null);
        var request = Request(prepared);
        var (judgement, left) = await AskAsync(prepared, request, TimeBudget.Of(request.Limits), cancellation);
        return prepared.Suite.HasWorkload && Scorer.Wrong(judgement) is null
            ? (null, (prepared, judgement, left))
            : (Score(submission.Kata, judgement, judgement), null);
    }

    private async Task<KataGrade> MeasureAsync(Prepared prepared, Judgement judgement, TimeBudget left, CancellationToken cancellation)
    {
        var request = Timed(prepared);
        var plan = new MeasurementPlan { Seed = settings.Seed };
        var (baseline, _) = await AskAsync(
            request with { Measure = plan with { Side = WorkloadSide.Baseline } }, TimeBudget.Of(request.Limits), cancellation);
        if (baseline.Side is not { } ours)
            return Score(prepared.Submission.Kata, judgement, new Judgement(Verdict.JudgeError, $"The baseline was not timed: {baseline.EndingMessage}", []));
        var (timed, _) = await AskAsync(prepared, request with { Measure = plan }, left, cancellation);
        return Score(prepared.Submission.Kata, judgement, timed.Side is { } theirs ? timed with { Workload = WorkloadTimed.Of(ours, theirs) } : timed);
    }

    /// <summary>The grade of what never ran.</summary>
    private static KataGrade Stopped(Submission submission, Readiness readiness) => readiness is Rejected rejected
        ? Scorer.Stopped(submission.Kata, rejected.Verdict, rejected.Findings)
        : throw new ArgumentException("it is ready to run", nameof(readiness));

    private KataGrade Score(Kata kata, Judgement judgement, Judgement timed) =>
        scorer.Grade(kata, judgement, timed, Statistics.Of(judgement.Parallelism, timed.Workload, settings.Seed));

    /// <summary>What the judge says; a fault of it that the reference does not share is the submission's.</summary>
    private async Task<(Judgement Judgement, TimeBudget Left)> AskAsync(
        Prepared prepared, JudgeRequest request, TimeBudget budget, CancellationToken cancellation)
    {
        var (judgement, left) = await AskAsync(request, budget, cancellation);
        var lines = new SourceLines(prepared.Compilation.Debug!);
        if (!Witness.IsNeeded(judgement) || prepared.Suite.Reference.Value is not var (woven, plain))
            return (lines.Kept(judgement), left);
        var same = request with
        {
            Owner = null,
            Woven = [woven, prepared.Suite.Woven],
            Plain = request.Plain.Count == 0 ? [] : [plain, prepared.Suite.Plain],
        };
        var (reference, _) = await AskAsync(same, TimeBudget.Of(request.Limits), cancellation);
        return (lines.Kept(Witness.Settle(judgement, reference)), left);
    }

    /// <summary>A fault of ours is worth a second try: it may have been the machine's.</summary>
    private async Task<(Judgement Judgement, TimeBudget Left)> AskAsync(JudgeRequest request, TimeBudget budget, CancellationToken cancellation)
    {
        var first = await judge.JudgeAsync(budget.Fit(request), cancellation);
        var left = budget.Less(first);
        if (first.Ending != Verdict.JudgeError || left.IsSpent)
            return (first, left);
        var second = await judge.JudgeAsync(left.Fit(request) with { Owner = null }, cancellation);
        return (second, left.Less(second));
    }

    private JudgeRequest Timed(Prepared prepared) => Request(prepared) with
    {
        Plain = [prepared.Compilation.Release!, prepared.Suite.Plain],
        Criteria = [],
    };

    private JudgeRequest Request(Prepared prepared)
    {
        var kata = prepared.Submission.Kata;
        var most = kata.Limits?.Over(limits) ?? limits;
        return new JudgeRequest
        {
            Suite = prepared.Suite.Plain.Name,
            Woven = [prepared.Woven.Assembly!, prepared.Suite.Woven],
            Exploration = new ExplorationBudget(settings.Schedules, settings.Seed),
            Reveal = settings.Reveal,
            Owner = settings.Owner ?? prepared.Submission.Student,
            Limits = new JudgeLimits(
                most.WallSeconds, most.CpuSeconds, most.MemoryMegabytes, most.Threads, most.OutputKilobytes),
        };
    }

    /// <summary>An exception here is a bug in the grader: it must not take the class with it.</summary>
    private static async Task<(KataGrade?, (Prepared, Judgement, TimeBudget)?)> Guarded(
        Kata kata, Func<Task<(KataGrade?, (Prepared, Judgement, TimeBudget)?)>> stage)
    {
        try
        {
            return await stage();
        }
        catch (Exception e) when (e is not (OperationCanceledException or WrongUseException))
        {
            var finding = new Finding(kata.Files[0], 0, $"the grader failed on this file ({e.GetType().Name}: {e.Message}); it costs no points");
            return (Scorer.Stopped(kata, Verdict.JudgeError, [finding]), null);
        }
    }
}
