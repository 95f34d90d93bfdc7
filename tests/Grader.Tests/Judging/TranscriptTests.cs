using Grader.Judging;
using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>What counts of what a judge says, and what does not.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class TranscriptTests
{
    private static readonly Ending Killed = new(Verdict.TimeLimit, "too long");
    private static readonly SuiteFound Found = new([new TestFound(0, "a"), new TestFound(1, "a"), new TestFound(2, "b")]);

    [Test]
    public void What_finished_keeps_its_result_and_the_rest_shares_the_ending()
    {
        var transcript = Heard(Found, Result(0, "a"), Result(2, "b"));

        var judgement = transcript.ToJudgement(Killed);

        judgement.Of("a").ShouldBe(new CriterionJudgement("a", Verdict.TimeLimit, "too long") { Schedules = 1 });
        judgement.Of("b").Verdict.ShouldBe(Verdict.Accepted);
    }

    [Test]
    public void What_never_began_is_told_from_what_ran()
    {
        var transcript = Heard(
            new SuiteFound([new TestFound(0, "a"), new TestFound(1, "b"), new TestFound(2, "c"), new TestFound(3, "b"), new TestFound(4, "a")]),
            Result(0, "a"), new TestStarted(1));

        var judgement = transcript.ToJudgement(Killed);

        judgement.Of("b").Message.ShouldBe("too long");
        judgement.Of("c").Message.ShouldBe("Not tried: the process had ended before, at b. too long");
        judgement.Criteria.ShouldAllBe(criterion => criterion.Verdict == Verdict.TimeLimit);
        judgement.Unreached.ShouldBe(["a", "c"]);
    }

    [Test]
    public void A_criterion_that_has_failed_already_is_not_open()
    {
        var transcript = Heard(Found, Result(0, "a") with { Verdict = Verdict.WrongAnswer, Message = "lost" }, Result(2, "b"));

        transcript.ToJudgement(Killed).Unreached.ShouldBeEmpty();
        transcript.ToJudgement(Killed).Of("a").Message.ShouldBe("lost");
    }

    [Test]
    public void A_test_that_was_not_announced_or_not_begun_has_no_say()
    {
        var transcript = new Transcript();
        transcript.Add(Found);

        Should.Throw<InvalidDataException>(() => transcript.Add(Result(0, "a")));
        Should.Throw<InvalidDataException>(() => transcript.Add(new TestStarted(7)));
        transcript.Add(new TestStarted(1));
        Should.Throw<InvalidDataException>(() => transcript.Add(new TestStarted(0)));
        Should.Throw<InvalidDataException>(() => transcript.Add(Result(0, "a")));
        transcript.Add(Result(1, "a"));
        Should.Throw<InvalidDataException>(() => transcript.Add(new TestStarted(1)));
    }

    [Test]
    public void A_judge_that_never_told_its_tests_leaves_every_criterion_with_its_ending()
    {
        Heard().ToJudgement(Killed).Of("whatever").ShouldBe(new CriterionJudgement("whatever", Verdict.TimeLimit, "too long"));
    }

    [Test]
    public void The_submissions_own_failure_is_shown_before_one_of_the_graders()
    {
        var transcript = Heard(
            Found,
            Result(0, "a") with { Verdict = Verdict.Inconclusive },
            Result(1, "a") with { Verdict = Verdict.DataRace, Message = "race", Schedules = 3 },
            Result(2, "b"),
            new JudgeFinished());

        var criterion = transcript.ToJudgement(transcript.Ending.ShouldNotBeNull()).Of("a");
        criterion.Verdict.ShouldBe(Verdict.DataRace);
        criterion.Message.ShouldBe("race");
        criterion.Schedules.ShouldBe(4);
    }

    [Test]
    public void A_last_word_that_comes_too_early_is_none()
    {
        var transcript = Heard(Found, Result(0, "a"));

        Should.Throw<InvalidDataException>(() => transcript.Add(new JudgeFinished()));
        transcript.Ending.ShouldBeNull();
    }

    [Test]
    public void A_result_twice_or_of_a_test_that_was_not_announced_is_refused()
    {
        var transcript = Heard(Found, Result(0, "a"));

        Should.Throw<InvalidDataException>(() => transcript.Add(Result(0, "a")));
        Should.Throw<InvalidDataException>(() => transcript.Add(Result(7, "a")));
        Should.Throw<InvalidDataException>(() => transcript.Add(Result(1, "b")));
        Should.Throw<InvalidDataException>(() => transcript.Add(Found));
    }

    [Test]
    public async Task A_frame_that_says_it_is_huge_is_not_read()
    {
        using var stream = new MemoryStream([255, 255, 255, 127, 0, 0]);

        await Should.ThrowAsync<InvalidDataException>(Frames.ReadAnswerAsync(stream, CancellationToken.None));
    }

    [Test]
    public async Task A_frame_that_is_cut_off_is_not_the_end()
    {
        var frame = Frames.Encode(new JudgeFinished());
        using var cut = new MemoryStream(frame[..^1]);
        using var whole = new MemoryStream(frame);

        await Should.ThrowAsync<EndOfStreamException>(Frames.ReadAnswerAsync(cut, CancellationToken.None));
        (await Frames.ReadAnswerAsync(whole, CancellationToken.None)).ShouldBe(new JudgeFinished());
        (await Frames.ReadAnswerAsync(whole, CancellationToken.None)).ShouldBeNull();
    }

    private static Transcript Heard(params JudgeFrame[] frames)
    {
        var transcript = new Transcript();
        foreach (var frame in frames)
        {
            if (frame is TestFinished test)
                transcript.Add(new TestStarted(test.Index));
            transcript.Add(frame);
        }

        return transcript;
    }

    private static TestFinished Result(int index, string criterion) =>
        new() { Index = index, Criterion = criterion, Verdict = Verdict.Accepted, Schedules = 1 };
}
