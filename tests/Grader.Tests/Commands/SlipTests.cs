namespace Grader.Tests.Commands;

/// <summary>What is nearly right: a name with a slip in it, and katas in a place where archives put them.</summary>
public sealed class SlipTests
{
    private static readonly FakeJudge Judge = FakeJudge.Lenient();

    [TestCase("Lost-Update")]
    [TestCase("LostUpdate")]
    [TestCase("lost_update")]
    [TestCase("lost-updat")]
    public async Task A_slip_in_the_name_of_a_kata_is_answered_with_what_was_meant(string slip)
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs", "--kata", slip)).ShouldBe(2);
        desk.Error.ShouldBe($"grader: there is no kata '{slip}'; did you mean lost-update?\n");
    }

    [TestCase("grader: there is no command 'Grade'; did you mean grade?", "Grade", "class")]
    [TestCase("grader: there is no command 'reply'; did you mean replay?", "reply")]
    [TestCase("grader: there is no format 'HTML'; did you mean html?", "grade", "class", "--format", "HTML")]
    public async Task So_is_one_in_the_name_of_anything_else(string message, params string[] args)
    {
        using var desk = new Desk();
        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge, args)).ShouldBe(2);
        desk.Error.ShouldStartWith(message + "\n");
    }

    [Test]
    public async Task A_folder_in_the_wrong_case_is_told_and_not_guessed()
    {
        using var desk = new Desk();
        desk.Write("class/alice/katas/Lost-Update/LostUpdate.cs", Desk.Reference).Write("class/bob/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(0);
        if (!Directory.Exists(desk.Path("class/alice/katas/lost-update")))
            desk.Read("report", "report.json").ShouldContain("was not handed in, but a folder Lost-Update was; upper and lower case count, so rename it to lost-update");
    }

    [TestCase("submission/katas/lost-update")]
    [TestCase("lost-update-main/lost-update")]
    [TestCase("a/b/c/katas/lost-update")]
    public async Task Katas_in_a_folder_of_an_archive_are_found(string place)
    {
        using var desk = new Desk();
        desk.Write($"class/alice/{place}/LostUpdate.cs", Desk.Reference).Write("class/alice/__MACOSX/katas/lost-update/LostUpdate.cs", "");
        var found = place[..place.LastIndexOf("lost-update", StringComparison.Ordinal)].Replace("katas/", "", StringComparison.Ordinal).TrimEnd('/');

        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(0);
        desk.Out.ShouldContain($"note: alice: the katas were found in {found}\n");
        desk.Out.ShouldContain("alice    10/10   10 Accepted");

        (await desk.RunAsync(Judge, "grade", "class/alice", "--student", "Alice")).ShouldBe(0);
        desk.Out.ShouldContain("Alice    10/10   10 Accepted");
    }

    [Test]
    public async Task Of_several_folders_with_katas_none_is_guessed()
    {
        using var desk = new Desk();
        desk.Write("class/alice/monday/katas/lost-update/LostUpdate.cs", Desk.Reference).Write("class/alice/friday/lost-update/LostUpdate.cs", Desk.Reference)
            .Write("class/bob/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(0);
        desk.Out.ShouldContain("note: alice: katas lie in several folders (friday, monday), so none was graded; leave one of them\n");
        desk.Out.ShouldContain("alice    0/10    -");
    }

    [Test]
    public async Task The_folder_of_a_handle_is_no_file_with_arguments()
    {
        using var desk = new Desk();
        desk.Write("@alice/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "@alice", "--kata", "lost-update")).ShouldBe(0, desk.Error);
        desk.Out.ShouldContain("@alice");
    }
}
