using Grader.Checking;
using Judge;

namespace Grader.Tests.Commands;

/// <summary>Visible tests that replay a recorded schedule: <c>grader check</c> proves them, and <c>grader record</c> finds others.</summary>
public sealed class RecordedSchedulesTests
{
    private const string Tests = """
        using Interleaving.NUnit;

        namespace ConcurrencyKatas.LostUpdate;

        public sealed class LostUpdateTests
        {
            [Test, Interleaved(Schedule = "1@2:2", DataRaces = false)] // as it was reported
            public async Task Complaint_1() => await Task.Yield();

            [Test, Interleaved(Schedule = "-")]
            public void Complaint_2()
            {
            }

            [Test, Interleaved]
            public void Another()
            {
            }
        }

        """;

    [Test]
    public void They_are_found_by_their_attribute() =>
        RecordedTests.In(Tests).ShouldBe([("Complaint_1", "1@2:2"), ("Complaint_2", "-")]);

    [Test]
    public void To_be_recorded_anew_they_explore()
    {
        var exploring = RecordedTests.Exploring(Tests);
        RecordedTests.In(exploring).ShouldBeEmpty();
        exploring.ShouldContain("[Test, Interleaved(Schedules = 1000, DataRaces = false)] // as it was reported\n");
    }

    [Test]
    public void A_new_schedule_is_written_where_one_was_found() =>
        RecordedTests.With(Tests, new Dictionary<string, string> { ["Complaint_1"] = "3@4:1" })
            .ShouldBe(Tests.Replace("1@2:2", "3@4:1", StringComparison.Ordinal));

    [Test]
    public async Task Check_says_which_still_fails_the_stub_and_which_does_not()
    {
        using var desk = Authors();
        var judge = new FakeJudge(request => request.Visible
            ? FakeJudge.Saying(Verdict.Accepted) with { Criteria = [new("Complaint_1", Verdict.DataRace, "a race"), new("Complaint_2", Verdict.Accepted, "")] }
            : FakeJudge.Saying(Verdict.WrongAnswer));

        (await desk.RunAsync(judge, "check")).ShouldBe(1);

        desk.Out.ShouldContain("ok lost-update/recorded/Complaint_1: DataRace\n");
        desk.Out.ShouldContain("NO lost-update/recorded/Complaint_2: Accepted; its schedule no longer fails the stub, and `grader record lost-update` finds another\n");
    }

    [Test]
    public async Task Record_writes_what_it_finds_and_names_what_it_does_not()
    {
        using var desk = Authors();
        var judge = new FakeJudge(_ => FakeJudge.Saying(Verdict.Accepted) with
        {
            Criteria = [new("Complaint_1", Verdict.WrongAnswer, "lost") { Schedule = "3/2@7:1" }, new("Complaint_2", Verdict.Accepted, "")],
        });

        (await desk.RunAsync(judge, "record", "lost-update")).ShouldBe(1);

        desk.Out.ShouldBe("Complaint_1: 2@7:1\nComplaint_2: the stub passes it, in every schedule tried\n");
        desk.Read("katas", "lost-update", "LostUpdateTests.cs").ShouldBe(Tests.Replace("1@2:2", "2@7:1", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_kata_without_recorded_tests_has_nothing_to_record()
    {
        using var desk = Authors().Write("katas/lost-update/LostUpdateTests.cs", "");
        (await desk.RunAsync(new FakeJudge(_ => FakeJudge.Saying(Verdict.Accepted)), "record", "lost-update")).ShouldBe(2);
        desk.Error.ShouldContain("has no test with a recorded schedule");
    }

    private static Desk Authors() => new Desk()
        .Write("katas/lost-update/LostUpdate.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />")
        .Write("katas/lost-update/LostUpdate.cs", Desk.Reference)
        .Write("katas/lost-update/LostUpdateTests.cs", Tests)
        .Write("solutions/lost-update/LostUpdate.cs", Desk.Reference);
}
