using Grader.Configuration;
using Grader.Intake;

namespace Grader.Tests.Intake;

public sealed class TemplateChangesTests
{
    private static readonly Grading Grading = GradingReader.Parse(Desk.Grading);

    private static readonly string[] Template =
        [".github/workflows/grade.yml", "Directory.Build.props", "README.md", "katas/lost-update/LostUpdate.cs",
         "katas/lost-update/LostUpdate.csproj", "katas/lost-update/LostUpdateTests.cs", "katas/lost-update/README.md"];

    [Test]
    public void An_untouched_template_and_a_changed_answer_need_no_note()
    {
        using var desk = Student();
        desk.Write("student/katas/lost-update/LostUpdate.cs", "mine").Write("student/README.md", "mine").Write("student/notes.cs", "mine");
        Note(desk).ShouldBeNull();
    }

    [Test]
    public void Changed_tests_projects_and_workflows_are_named()
    {
        using var desk = Student();
        desk.Write("student/katas/lost-update/LostUpdateTests.cs", "class Tests;").Write("student/.github/workflows/grade.yml", "on: never");
        Note(desk).ShouldBe("changed, and not used: .github/workflows/grade.yml, katas/lost-update/LostUpdateTests.cs; "
            + "only the files that a kata names are graded");
    }

    [Test]
    public void What_a_build_or_GitHub_would_take_up_is_named_too()
    {
        using var desk = Student();
        foreach (var added in (string[])[".github/workflows/mine.yaml", "Directory.Build.targets", "katas/lost-update/Extra.cs", "katas/lost-update/notes.txt", "lost-update/LostUpdate.cs", "package.json"])
            desk.Write("student/" + added, "mine");
        Note(desk).ShouldBe("changed, and not used: .github/workflows/mine.yaml, Directory.Build.targets, katas/lost-update/Extra.cs; "
            + "only the files that a kata names are graded");
    }

    [Test, Platform("Unix")]
    public void A_link_tells_nothing_of_where_it_leads()
    {
        using var desk = Original(new Desk()).Write("elsewhere/Secret.cs", "mine").Write("student/katas/a.txt", "mine");
        Directory.CreateSymbolicLink(desk.Path("student", "katas", "lost-update"), desk.Path("elsewhere"));
        Note(desk).ShouldBeNull();
    }

    [Test]
    public void A_kata_folder_at_the_root_is_the_same_kata()
    {
        using var desk = new Desk();
        Original(desk).Write("student/lost-update/LostUpdate.csproj", "<Project />");
        Note(desk)!.ShouldContain("katas/lost-update/LostUpdate.csproj");
    }

    [Test]
    public void Line_ends_and_a_byte_order_mark_are_no_change()
    {
        using var desk = Student();
        desk.Write("student/katas/lost-update/LostUpdateTests.cs", "\uFEFFkatas/lost-update/LostUpdateTests.cs\r\nline two");
        Note(desk).ShouldBeNull();
    }

    [Test]
    public void What_is_not_there_was_not_changed()
    {
        using var desk = new Desk();
        Original(desk).Write("student/katas/lost-update/LostUpdate.cs", "mine");
        Note(desk).ShouldBeNull();
    }

    private static Desk Student()
    {
        var desk = Original(new Desk());
        foreach (var name in Template)
            desk.Write("student/" + name, desk.Read("template", name));
        return desk;
    }

    private static Desk Original(Desk desk)
    {
        foreach (var name in Template)
            desk.Write("template/" + name, name + "\nline two\n");
        return desk;
    }

    private static string? Note(Desk desk) =>
        new TemplateChanges(Template.ToDictionary(name => name, name => desk.Path("template", name)), Grading.Katas).Of(desk.Path("student"));
}
