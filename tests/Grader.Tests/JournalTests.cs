using Grader.Records;
using Grader.Reporting;
using Grader.Tests.Reporting;
using Judge;

namespace Grader.Tests;

public sealed class JournalTests
{
    private static readonly Workspace Workspace = Workspace.Find(Repository.Root);
    private static readonly ReportGrader Grader = SampleReport.Create().Grader;

    private readonly DirectoryInfo desk = Directory.CreateTempSubdirectory("grader-");

    private string Folder => desk.CreateSubdirectory(TestContext.CurrentContext.Test.ID).FullName;

    [OneTimeTearDown]
    public void Clean() => desk.Delete(recursive: true);

    [Test]
    public void A_result_is_read_back_as_it_was_written_while_others_are_written()
    {
        using var journal = new Journal(Folder, Grader, resume: false);
        var katas = SampleReport.Create().Submissions.SelectMany(student => student.Katas).ToList();
        List<JournalLine> lines = [];
        foreach (var kata in katas)
        {
            lines.Add(journal.Add(Submission("alice"), kata));
            JsonReport.Line(lines[^1].Read(journal.Path)).ShouldBe(JsonReport.Line(kata));
        }

        var stored = new StoredKatas(journal.Path, [.. lines]);
        stored.Count.ShouldBe(katas.Count);
        stored.Select(JsonReport.Line).ShouldBe(katas.Select(JsonReport.Line));
        stored[1].Id.ShouldBe(katas[1].Id);
    }

    [TestCase(nameof(Verdict.WrongAnswer), true)]
    [TestCase(nameof(Verdict.Crash), false)]
    [TestCase(nameof(Verdict.JudgeError), false)]
    public void A_crash_or_a_fault_of_ours_is_in_this_report_and_not_taken_over_by_the_next_run(string name, bool taken)
    {
        var verdict = Enum.Parse<Verdict>(name);
        var kata = SampleReport.Scored("lost-update", (0, 10));
        kata = kata with { Criteria = [.. kata.Criteria.Select(criterion => criterion with { Verdict = verdict })] };
        using (var journal = new Journal(Folder, Grader, resume: false))
            journal.Add(Submission("alice"), kata).Read(journal.Path).Criteria[0].Verdict.ShouldBe(verdict);

        using var next = new Journal(Folder, Grader, resume: true);
        (next.Find(Submission("alice")) is not null).ShouldBe(taken);
        next.Find(Submission("bob")).ShouldBeNull();
    }

    [Test]
    public void A_journal_that_someone_cut_meanwhile_is_told_by_name()
    {
        using var journal = new Journal(Folder, Grader, resume: false);
        var line = journal.Add(Submission("alice"), SampleReport.Scored("lost-update", (10, 10)));
        File.WriteAllText(Path.Combine(Folder, "short"), "");
        Should.Throw<IOException>(() => line.Read(Path.Combine(Folder, "short"))).Message.ShouldContain("short became shorter");
    }

    private static Submission Submission(string student) => new(student, Workspace.Kata("lost-update"), [new SourceFile("LostUpdate.cs", "class A;")]);
}
