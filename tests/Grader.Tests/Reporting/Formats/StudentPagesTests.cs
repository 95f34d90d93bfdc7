using Grader.Configuration;
using Grader.Reporting;
using Grader.Reporting.Formats;

namespace Grader.Tests.Reporting.Formats;

[TestFixture]
internal sealed class StudentPagesTests
{
    [Test]
    public void One_student_has_one_page()
    {
        var report = SampleReport.Only("alice");

        StudentPages.Render(new FormatInput(report, FormatText.Made)).ShouldBe([new ReportFile("student.html", HtmlReport.Render(report, personal: true))]);
    }

    [Test]
    public void A_class_has_a_page_each_and_none_shows_another()
    {
        var files = StudentPages.Render(new FormatInput(SampleReport.Create(), FormatText.Made)).ToList();

        files.Select(file => file.Path).ShouldBe(["students/alice.html", "students/bob.html", "students/carol.html"]);
        files[1].Text.ShouldBe(HtmlReport.Render(SampleReport.Only("bob"), personal: true));
    }

    [Test]
    public void Names_become_files_on_every_system()
    {
        var report = SampleReport.Only("alice");
        string[] names = ["a/b", "a:b", "A_B", "../x"];
        var files = StudentPages.Render(new FormatInput(report with { Submissions = [.. names.Select(name => report.Submissions[0] with { Id = name })] }, FormatText.Made));

        files.Select(file => file.Path).ShouldBe(["students/a_b.html", "students/a_b-2.html", "students/A_B-3.html", "students/___x.html"]);
    }

    [Test]
    public void What_a_criterion_keeps_from_students_is_not_in_the_file()
    {
        var kata = SampleReport.Scored("secret", (0, 5), (5, 5));
        var hidden = SampleReport.With(kata with { Criteria = [kata.Criteria[0] with { Visibility = Visibility.Hidden }, kata.Criteria[1]] });
        var bare = SampleReport.With(kata with
        {
            Criteria = [kata.Criteria[0] with { Visibility = Visibility.Hidden, Message = "", Hint = null, Location = null, Schedule = "", Interleaving = "", Story = null }, kata.Criteria[1]],
        });

        StudentPages.Render(new FormatInput(hidden, FormatText.Made)).First().Text.ShouldBe(HtmlReport.Render(bare, personal: true));
    }
}
