using Grader.Configuration;
using Grader.Records;
using Grader.Reporting;
using Interleaving;
using Judge;

namespace Grader.Tests.Reporting;

/// <summary>A story and its table are two drawings of one thing, also after they went through report.json.</summary>
public sealed class ReportStoryTests
{
    private static readonly Kata Kata = Workspace.Find(Repository.Root).Kata("lost-update");

    [Test]
    public void Drawing_the_story_of_a_report_gives_its_table([Range(1, 40)] int seed)
    {
        var story = Story(new Random(seed));
        var read = Read(Graded(story));
        read.Interleaving.ShouldBe(story.ToTable().TrimEnd('\n'));
        Drawn.Table(read.Story.ShouldNotBeNull()).TrimEnd('\n').ShouldBe(read.Interleaving);
    }

    [Test]
    public void What_there_is_nothing_to_say_of_is_absent()
    {
        var json = JsonReport.Line(ReportBuilder.Kata(Graded(new Story(["main"], [new StoryStep(0, null, 0, StoryStepKind.Abridged, "…", TimeSpan.Zero)])), []));
        json.ShouldContain("""
            "story":{"lanes":["main"],"steps":[{"lane":0,"kind":"abridged","text":"\u2026"}]}
            """);
        JsonReport.Line(ReportBuilder.Kata(Graded(null), [])).ShouldNotContain("story");
    }

    [Test]
    public void A_source_counts_its_lines_as_the_compiler_does()
    {
        ReportSource.Of(new SourceFile("A.cs", "a\r\nb\rc\nd\u0085e\u2028f\u2029g\fh\vi\t\n\n")).Text.ShouldBe("a\nb\nc\nd\ne\nf\ng\fh\vi\t\n\n");
    }

    [Test]
    public void A_long_source_is_cut_at_the_end_of_a_line()
    {
        var text = ReportSource.Of(new SourceFile("A.cs", string.Concat(Enumerable.Repeat("0123456789\n", 10_000)))).Text;
        text.Length.ShouldBe(19_998);
        text.ShouldEndWith("9\n");
        ReportSource.Of(new SourceFile("A.cs", new string('x', 200_000))).Text.ShouldBe("");
    }

    private static KataGrade Graded(Story? story) => new(
        Kata, Verdict.DataRace, [new CriterionGrade(Kata.Criteria[0], 0, new CriterionJudgement("a", Verdict.DataRace, "Two wrote.") { Story = story })], [], null);

    private static ReportCriterion Read(KataGrade grade)
    {
        var report = SampleReport.With(ReportBuilder.Kata(grade, []));
        return ReportReader.Read(SampleReport.Json(report), "report.json").Submissions[0].Katas[0].Criteria[0];
    }

    private static Story Story(Random random)
    {
        var lanes = Enumerable.Range(0, random.Next(1, 12)).Select(i => $"Deposit({random.Next(1000)}) #{i}").ToList();
        var at = TimeSpan.Zero;
        var timed = random.Next(2) == 0;
        var steps = new List<StoryStep>();
        for (var i = random.Next(2, 90); i > 0; i--)
        {
            if (timed && random.Next(3) == 0)
                at += new TimeSpan(random.NextInt64(100_000_000));
            var placed = random.Next(4) > 0;
            steps.Add(new StoryStep(
                random.Next(-1, lanes.Count), placed ? "LostUpdate.cs" : null, placed ? random.Next(1, 300) : 0,
                (StoryStepKind)random.Next(10), string.Join(' ', Enumerable.Repeat("reads balance →", random.Next(1, 6))), at,
                random.Next(5) == 0, random.Next(9) == 0));
        }

        return new Story(lanes, steps) { Legend = random.Next(2) == 0 ? "" : "Greek letters stand for values." };
    }
}
