using System.Text.Json;
using Interleaving;
using Interleaving.Scheduling;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>A judge may be in the hands of a submission: what it tells is cut to what the engine could have told.</summary>
public sealed class UntrustedLimitsTests
{
    [Test]
    public void What_the_engine_tells_stays_as_it_is()
    {
        var story = new Story(["main", "Deposit(50) #1"],
        [
            new StoryStep(0, "LostUpdate.cs", 14, StoryStepKind.Start, "starts Task.Run #1", TimeSpan.Zero),
            new StoryStep(1, null, 0, StoryStepKind.Fail, "balance should be 150", TimeSpan.FromSeconds(2), Switched: true, Fails: true),
            new StoryStep(-1, null, 0, StoryStepKind.Abridged, "… 12 rows …", TimeSpan.FromSeconds(2)),
        ])
        {
            Legend = "Greek letters stand for values of the hidden test: the same letter, the same value.",
        };
        UntrustedLimits.Of(story).ShouldBe(story);
        UntrustedLimits.Of((Story?)null).ShouldBeNull();
    }

    /// <summary>What is promised of how much a report can tell stands on how long a story may be.</summary>
    [Test]
    public void SECURITY_says_how_many_bits_a_story_can_tell()
    {
        const int BitsOfAStep = 40;
        var promised = Repository.Read(".github", "SECURITY.md").ReplaceLineEndings(" ");
        promised.ShouldContain($"at most {UntrustedLimits.MostSteps} steps");
        promised.ShouldContain(FormattableString.Invariant($"{UntrustedLimits.MostSteps * BitsOfAStep:N0} bits a criterion"));

        // A lane, a line of the largest file, a kind, three flags; what is left are names.
        var lines = Math.Ceiling(Math.Log2(Grader.Intake.SourceReader.MaxBytes / 2));
        var step = Math.Ceiling(Math.Log2(UntrustedLimits.MostSteps)) + lines + Math.Ceiling(Math.Log2(Enum.GetValues<StoryStepKind>().Length)) + 3;
        step.ShouldBeLessThanOrEqualTo(BitsOfAStep);
    }

    [Test]
    public void A_story_without_end_is_cut()
    {
        var step = new StoryStep(0, new string('f', 100_000), 1, StoryStepKind.Note, new string('x', 100_000), TimeSpan.Zero);
        var story = UntrustedLimits.Of(new Story([.. Enumerable.Repeat(new string('n', 100_000), 5_000)], [.. Enumerable.Repeat(step, 5_000)]) { Legend = new string('l', 100_000) }).ShouldNotBeNull();
        story.Legend.Length.ShouldBeLessThan(300);
        (story.Lanes.Count, story.Steps.Count).ShouldBe((200, 200));
        story.Lanes[0].Length.ShouldBeLessThan(300);
        story.Steps[0].File!.Length.ShouldBeLessThan(300);
        story.Steps[0].Text.Length.ShouldBeLessThan(1_100);
        story.ToTable().Length.ShouldBeLessThan(2_000_000);
    }

    [TestCase("""{ "lanes": null, "steps": [] }""")]
    [TestCase("""{ "steps": [] }""")]
    public void A_story_without_lanes_or_steps_is_none(string json) => UntrustedLimits.Of(Frame(json).Story).ShouldBeNull();

    [Test]
    public void What_is_no_step_is_made_one_or_left_out()
    {
        const string Json = """
            { "legend": null, "lanes": [null, "a\nb"], "steps": [null,
              { "lane": 7, "file": "A.cs", "line": -3, "kind": 77, "text": null, "at": "-00:00:05" },
              { "lane": -9, "file": null, "line": 12, "kind": "Read", "text": "one\r\ntwo\u2028three", "at": "00:00:01" }] }
            """;
        UntrustedLimits.Of(Frame(Json).Story).ShouldBe(new Story(["", "a b"],
        [
            new StoryStep(-1, null, 0, StoryStepKind.Note, "", TimeSpan.Zero),
            new StoryStep(-1, null, 0, StoryStepKind.Read, "one two three", TimeSpan.FromSeconds(1)),
        ]));
    }

    [Test]
    public void Stacks_without_end_are_cut_and_what_is_none_is_left_out()
    {
        var stack = new WorkStack([.. Enumerable.Repeat(new string('f', 10_000), 1_000)], 1);
        var sample = new ParallelismSample(4, 100, 25, 4, 0) { Stacks = [.. Enumerable.Repeat(stack, 10_000), null!, new WorkStack(null!, 1)] };
        var kept = UntrustedLimits.Of([.. Enumerable.Repeat(sample, 1_000), null!]);
        (kept.Count, kept[0].Stacks.Count, kept[0].Stacks[0].Stack.Count).ShouldBe((100, 200, 80));
        kept[0].Stacks[0].Stack[0].Length.ShouldBeLessThan(300);
        UntrustedLimits.Of([sample with { Stacks = [new WorkStack([], 1), new WorkStack(["A.B"], 0), new WorkStack([null!], 3)] }])[0].Stacks
            .ShouldHaveSingleItem().Stack.ShouldBe([""]);
        UntrustedLimits.Of((IReadOnlyList<ParallelismSample>?)null).ShouldBeEmpty();
    }

    [Test]
    public void Uses_of_cores_without_end_are_cut_and_what_is_none_is_left_out()
    {
        var sample = new ParallelismSample(2, 100, 50, 4, 0);
        var use = new CoreUse(1, new string('n', 10_000), 10, 20, 10, 1);
        var kept = UntrustedLimits.Of([sample with { Uses = [.. Enumerable.Repeat(use, 10_000)] }])[0].Uses;
        kept.Count.ShouldBe(200);
        kept[0].Operation.Length.ShouldBeLessThan(300);
        UntrustedLimits.Of([sample with
        {
            Uses =
            [
                null!, use with { Core = 2 }, use with { Core = -1 }, use with { From = -1 }, use with { To = 10 }, use with { To = 51 },
                use with { Work = -1 }, use with { Operations = 0 }, use with { Operation = null! },
            ],
        }])[0].Uses.ShouldBe([use with { Operation = "" }]);
    }

    private static TestFinished Frame(string story) => (TestFinished)JsonSerializer.Deserialize(
        $$"""{ "$type": "test", "index": 0, "criterion": "a", "verdict": "DataRace", "story": {{story}} }""",
        ProtocolContext.Default.JudgeFrame)!;
}
