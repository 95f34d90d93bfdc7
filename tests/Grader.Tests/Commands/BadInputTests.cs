using System.Text;

namespace Grader.Tests.Commands;

/// <summary>Wrong use exits with status 2 and names the place and the mend; a student's problem is that student's alone.</summary>
public sealed class BadInputTests
{
    private static readonly FakeJudge Judge = FakeJudge.Lenient();

    [Test]
    public async Task A_path_that_is_not_there_is_named()
    {
        using var desk = new Desk();
        (await desk.RunAsync(Judge, "grade", "nowhere")).ShouldBe(2);
        desk.Error.ShouldBe("grader: there is no ~/nowhere; give a C# file, a kata's folder, a student's folder or a class folder\n");
    }

    [Test]
    public async Task An_empty_folder_is_named()
    {
        using var desk = new Desk();
        Directory.CreateDirectory(desk.Path("class"));
        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: ~/class is empty; give");
    }

    [Test]
    public async Task A_kata_nobody_knows_is_answered_with_those_there_are()
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs", "--kata", "found-update")).ShouldBe(2);
        desk.Error.ShouldBe("grader: there is no kata 'found-update'; the katas are lost-update\n");
    }

    [TestCase("journal.jsonl")]
    [TestCase("report.json")]
    [Platform("Linux", Reason = "it has a device on which there is never room")]
    public async Task A_full_disk_is_told_as_such(string file)
    {
        using var desk = new Desk();
        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference).Write("report/empty", "");
        File.CreateSymbolicLink(desk.Path("report", file), "/dev/full");
        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: the disk is full (No space left on device");
        desk.Error.ShouldEndWith("make room, and start again: `grade … --resume` goes on from where it was\n");
    }

    [Test]
    public async Task A_file_without_its_kata_is_asked_for_it()
    {
        using var desk = new Desk();
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs")).ShouldBe(2);
        desk.Error.ShouldBe("grader: ~/answer.cs: which kata is it? Add --kata <slug>, one of lost-update\n");
    }

    [Test]
    public async Task A_folder_without_any_kata_is_told_what_was_expected()
    {
        using var desk = new Desk();
        desk.Write("alice/homework/notes.txt", "nothing");
        (await desk.RunAsync(Judge, "grade", "alice")).ShouldBe(2);
        desk.Error.ShouldBe(
            "grader: ~/alice has no kata in it (it has homework); expected folders named lost-update, at its root or under katas/, or students' folders with these\n");
    }

    [Test]
    public async Task A_student_without_any_kata_is_noted_and_the_class_is_graded()
    {
        using var desk = new Desk();
        desk.Write("class/alice/lost-update/LostUpdate.cs", Desk.Reference).Write("class/bob/readme.txt", "sorry");
        (await desk.RunAsync(Judge, "grade", "class")).ShouldBe(0);
        desk.Out.ShouldContain("note: bob: no kata was found in this folder; it should have a folder such as lost-update");
        desk.Out.ShouldContain("alice    10/10   10 Accepted");
    }

    [Test]
    public async Task A_named_student_is_graded_in_all_katas_whatever_the_folder_holds()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"id\": \"lost-update\"", "\"id\": \"other\"", StringComparison.Ordinal));
        Directory.CreateDirectory(desk.Path("empty"));
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "empty", "--student", "alice")).ShouldBe(0);
        desk.Out.ShouldContain("alice");
        desk.Out.ShouldContain("no kata was found in this folder; it should have a folder such as other");

        // By itself this would be one kata, and all that there is to reach.
        desk.Write("lone/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "lone", "--student", "alice")).ShouldBe(0);
        desk.Out.ShouldContain("0/10");
    }

    [TestCase("grader: there is no folder ~/nowhere; with --student, give that student's folder\n", "nowhere")]
    [TestCase("grader: --student alice has one folder, but 2 were given\n", "a", "b")]
    public async Task A_named_student_has_one_folder(string message, params string[] paths)
    {
        using var desk = new Desk();
        (await desk.RunAsync(FakeJudge.Lenient(), ["grade", .. paths, "--student", "alice"])).ShouldBe(2);
        desk.Error.ShouldBe(message);
    }

    [Test]
    public async Task What_is_not_UTF8_is_read_as_the_compiler_reads_it()
    {
        using var desk = new Desk();
        desk.Write("alice/lost-update/LostUpdate.cs", "");
        await File.WriteAllBytesAsync(desk.Path("alice/lost-update/LostUpdate.cs"), [.. "// "u8, 0xE4, .. "\n"u8, .. Encoding.UTF8.GetBytes(Desk.Reference)]);
        (await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update")).ShouldBe(0);
        desk.Out.ShouldContain("Accepted, 10 of 10 points");
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public async Task A_byte_order_mark_says_what_a_file_is(string encoding)
    {
        using var desk = new Desk();
        desk.Write("alice/lost-update/LostUpdate.cs", "");
        await File.WriteAllTextAsync(desk.Path("alice/lost-update/LostUpdate.cs"), Desk.Reference, Encoding.GetEncoding(encoding));
        (await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update")).ShouldBe(0);
        desk.Out.ShouldContain("Accepted, 10 of 10 points");
    }

    [TestCase("Jos\u00E9", "Jose\u0301", true)]
    [TestCase("\u1EC7", "e\u0323\u0302", true)]
    [TestCase("\uD55C\uAE00", "\u1112\u1161\u11AB\u1100\u1173\u11AF", true)]
    [TestCase("Jos\u00E9", "Jose", false)]
    public async Task Names_that_differ_in_their_Unicode_form_alone_are_told(string one, string other, bool told)
    {
        using var desk = new Desk();
        foreach (var student in (string[])[one, other])
            desk.Write($"class/{student}/lost-update/LostUpdate.cs", Desk.Reference);

        (await desk.RunAsync(FakeJudge.Lenient(), "grade", "class", "--unsafe", "--out", desk.Path("out"))).ShouldBe(0, desk.Error);
        desk.Read("out", "report.json").Contains("Unicode forms", StringComparison.Ordinal).ShouldBe(told);
    }

    [TestCase("katas/lost-update/LostUpdate.cs", "katas")]
    [TestCase("lost-update/notes.txt", "lost-update")]
    [TestCase("LostUpdate.cs", "LostUpdate.cs")]
    public async Task A_stray_entry_does_not_make_a_class_one_student(string stray, string named)
    {
        using var desk = new Desk();
        desk.Write("class/" + stray, Desk.Reference);
        foreach (var student in (string[])["alice", "bob"])
            desk.Write($"class/{student}/lost-update/LostUpdate.cs", Desk.Reference);

        (await desk.RunAsync(Judge, "grade", "class", "--unsafe", "--out", desk.Path("out"))).ShouldBe(2);
        desk.Error.ShouldContain($"has {named}");
        desk.Error.ShouldContain("alice, bob, which look like students of a class");
        desk.Error.ShouldContain($"for a class, move {named}");
    }

    [Test]
    public async Task A_byte_order_mark_is_fine()
    {
        using var desk = new Desk();
        desk.Write("alice/lost-update/LostUpdate.cs", "");
        await File.WriteAllTextAsync(desk.Path("alice/lost-update/LostUpdate.cs"), Desk.Reference, new UTF8Encoding(true));
        await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update");
        desk.Out.ShouldContain("Accepted, 10 of 10 points");
    }

    [Test]
    public async Task An_empty_file_is_told_so()
    {
        using var desk = new Desk();
        desk.Write("alice/katas/lost-update/LostUpdate.cs", "  \n");
        (await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update")).ShouldBe(0);
        desk.Out.ShouldContain("CompileError, 0 of 10 points\n  LostUpdate.cs: is empty; start from the kata's stub");
    }

    [Test]
    public async Task A_file_of_two_megabytes_is_not_read()
    {
        using var desk = new Desk();
        desk.Write("alice/lost-update/LostUpdate.cs", new string(' ', 2 << 20));
        (await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update")).ShouldBe(0);
        desk.Out.ShouldContain("LostUpdate.cs: has more than 262,144 bytes, the most that is read; remove what is not code");
    }

    [Test]
    public async Task A_link_is_not_followed()
    {
        using var desk = new Desk();
        desk.Write("secret.cs", Desk.Reference).Write("alice/lost-update/notes.txt", "");
        File.CreateSymbolicLink(desk.Path("alice/lost-update/LostUpdate.cs"), desk.Path("secret.cs"));
        await desk.RunAsync(Judge, "explain", "alice", "--kata", "lost-update");
        desk.Out.ShouldContain("LostUpdate.cs: is a link; hand the file itself in");
    }

    [Test]
    public async Task Two_students_of_one_name_are_refused()
    {
        using var desk = new Desk();
        desk.Write("monday/alice/lost-update/LostUpdate.cs", Desk.Reference).Write("friday/alice/lost-update/LostUpdate.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "monday", "friday")).ShouldBe(2);
        desk.Error.ShouldBe("grader: two students are called 'alice' (in ~/monday and ~/friday); rename one folder, or grade them apart\n");
    }

    [Test]
    public async Task A_report_that_cannot_be_written_is_noticed_before_anything_is_graded()
    {
        using var desk = new Desk();
        var judge = FakeJudge.Lenient();
        desk.Write("answer.cs", Desk.Reference).Write("taken", "a file, not a folder");
        (await desk.RunAsync(judge, "grade", "answer.cs", "--kata", "lost-update", "--out", "taken")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: --out ~/taken cannot be written");
        judge.Asked.ShouldBeEmpty();
    }

    [Test]
    public async Task A_criterion_that_no_suite_has_is_named()
    {
        using var desk = new Desk(Desk.Grading.Replace("never-overdrawn", "never-late"));
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs", "--kata", "lost-update")).ShouldBe(2);
        desk.Error.ShouldBe(
            "grader: grading.json: kata lost-update: no test of the hidden suite has the category of criterion 'never-late'; "
            + "the suite has consistent-read, never-overdrawn, no-lost-update\n");
    }

    [Test]
    public async Task A_kata_without_a_suite_is_named()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"LostUpdate\"", "\"FoundUpdate\""));
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs", "--kata", "lost-update")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: the kata lost-update has no hidden suite:");
    }

    [Test]
    public async Task A_formula_that_does_not_compile_is_named()
    {
        using var desk = new Desk(Desk.Grading.Replace("\"points\": 4,", "\"points\": 4, \"formula\": \"Paralelism\","));
        desk.Write("answer.cs", Desk.Reference);
        (await desk.RunAsync(Judge, "grade", "answer.cs", "--kata", "lost-update")).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: grading.json: the formula of criterion 'no-lost-update' does not compile:");
        desk.Error.ShouldContain("over: Parallelism, Cores, CpuOverhead");
    }

    [TestCase("grade", "--colour")]
    [TestCase("grade", "x", "--jobs", "0")]
    [TestCase("grade", "x", "--schedules", "many")]
    [TestCase("grade", "x", "--shard", "3/2")]
    [TestCase("explain", "x")]
    [TestCase("polish")]
    [TestCase("grade")]
    public async Task Wrong_options_exit_with_2(params string[] args)
    {
        using var desk = new Desk();
        (await desk.RunAsync(Judge, args)).ShouldBe(2);
        desk.Error.ShouldStartWith("grader: ");
    }

    [TestCase("grader: --jobs is 'x'; give a whole number", "--jobs", "x")]
    [TestCase("grader: --seed is '1.5'; give a whole number", "--seed", "1.5")]
    [TestCase("grader: --min-score is 'abc'; give a number, like 7.5", "--min-score", "abc")]
    [TestCase("grader: --sandbox is 'jail'; give bubblewrap, landlock, none", "--sandbox", "jail")]
    public async Task A_wrong_value_is_told_what_to_give(string message, params string[] option)
    {
        using var desk = new Desk();
        (await desk.RunAsync(Judge, ["grade", "x", .. option])).ShouldBe(2);
        desk.Error.ShouldStartWith(message + "\n");
    }

    [Test]
    public async Task No_grading_file_anywhere_is_said_so()
    {
        using var desk = new Desk();
        File.Delete(desk.Path("grading.json"));
        (await desk.RunAsync(Judge, "doctor")).ShouldBe(2);
        desk.Out.ShouldContain("there is no grading.json in ~ or above it");
    }
}
