using System.Collections.Concurrent;
using Grader.Judging;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Tests;

/// <summary>A judge that says what it is told to, and remembers what it was asked.</summary>
internal sealed class FakeJudge(Func<JudgeRequest, Judgement> answer) : IJudge
{
    private readonly ConcurrentQueue<JudgeRequest> asked = [];

    /// <summary>Accepts every criterion of lost-update.</summary>
    public static FakeJudge Lenient() => new(_ => Saying(Verdict.Accepted));

    public IReadOnlyList<JudgeRequest> Asked => [.. asked];

    /// <summary>The three criteria of lost-update: the first gets <paramref name="first"/>, the others are accepted.</summary>
    public static Judgement Saying(Verdict first, string message = "") => new(Verdict.Accepted, "",
    [
        new CriterionJudgement("no-lost-update", first, message) { Schedules = 137, Seconds = 0.0814 },
        new CriterionJudgement("never-overdrawn", Verdict.Accepted, "") { Schedules = 200 },
        new CriterionJudgement("consistent-read", Verdict.Accepted, "") { Schedules = 200 },
    ]);

    public Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        asked.Enqueue(request);
        return Task.FromResult(answer(request));
    }
}
