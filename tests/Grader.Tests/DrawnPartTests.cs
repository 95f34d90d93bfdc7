using Grader.Authoring;
using Grader.Configuration;
using Grader.Verdicts;

namespace Grader.Tests;

/// <summary>What pages say of verdicts and katas is drawn from one table each. APPROVE=1 draws it anew.</summary>
[TestFixture]
internal sealed class DrawnPartTests
{
    [Test]
    public void The_students_page_lists_every_verdict() =>
        ShouldBeCurrent("katas/README.md", "verdicts", page => DrawnPart.Redrawn(page, "verdicts", VerdictTable.Markdown()));

    [Test]
    public void The_students_page_lists_every_kata()
    {
        var katas = GradingReader.Read(Path.Combine(Repository.Root, "grading.json")).Katas;
        katas.Where(kata => kata.Lesson is null).Select(kata => kata.Id).ShouldBeEmpty();
        ShouldBeCurrent(LessonTables.Page, "katas", page => LessonTables.Redrawn(page, katas));
    }

    private static void ShouldBeCurrent(string file, string name, Func<string, string> redraw) => Approval.Page(file, page =>
    {
        page.ShouldContain($"<!-- drawn: {name},");
        page.ShouldContain($"<!-- end of {name} -->");
        return redraw(page);
    });
}
