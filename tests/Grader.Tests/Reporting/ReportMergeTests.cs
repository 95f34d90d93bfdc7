using Grader.Reporting;

namespace Grader.Tests.Reporting;

[TestFixture]
internal sealed class ReportMergeTests
{
    [Test]
    public void The_parts_of_a_class_are_the_class() =>
        SampleReport.Json(ReportMerge.Join([("b", SampleReport.Only("bob")), ("c", SampleReport.Only("carol")), ("a", SampleReport.Only("alice"))]))
            .ShouldBe(SampleReport.Json(SampleReport.Create()));

    [Test]
    public void Two_machines_are_both_named_and_the_weaker_counts()
    {
        var other = SampleReport.Only("bob") with { Machine = new ReportMachine(64, "Windows", ".NET 10.0.0", "none") };

        ReportMerge.Join([("a", SampleReport.Only("alice")), ("b", other)]).Machine.ShouldBe(new ReportMachine(2, "Linux and Windows", ".NET 10.0.0", "none"));
    }

    [TestCase("1/2", "2/2", null)]
    [TestCase("1/3", "2/3", "the class is not whole: part 3/3 is missing; grade with --shard 3/3 and join again")]
    [TestCase("1/2000000000", "2/2000000000", "the class is not whole: parts 3/2000000000, 4/2000000000, 5/2000000000, 6/2000000000, 7/2000000000, 8/2000000000, 9/2000000000, 10/2000000000, 11/2000000000, 12/2000000000, 13/2000000000, 14/2000000000, 15/2000000000, 16/2000000000, 17/2000000000, 18/2000000000, 19/2000000000, 20/2000000000, 21/2000000000, 22/2000000000 and more are missing; grade with --shard 3/2000000000 and join again")]
    [TestCase("1/4", "3/4", "the class is not whole: parts 2/4, 4/4 are missing; grade with --shard 2/4 and join again")]
    [TestCase("1/2", "1/2", "a and b are both part 1/2 of the class; leave one of them out")]
    [TestCase("1/2", "2/3", "a is part 1/2 of the class and b part 2/3; grade all parts with the same number of them")]
    [TestCase("1/x", "2/x", "a: '1/x' is no part of a class; grade it again")]
    [TestCase(null, "1/1", null)]
    public void A_part_that_is_missing_is_named(string? one, string? two, string? problem)
    {
        (string, Report)[] parts = [("a", Part("alice", one)), ("b", Part("bob", two))];

        if (problem is null)
            ReportMerge.Join(parts).Grader.Shard.ShouldBeNull();
        else
            Should.Throw<WrongUseException>(() => ReportMerge.Join(parts)).Message.ShouldBe(problem);
        ReportMerge.Join(parts[..1]).Grader.Shard.ShouldBe(one);

        static Report Part(string student, string? shard) =>
            SampleReport.Only(student) with { Grader = SampleReport.Create().Grader with { Shard = shard } };
    }

    [Test]
    public void A_student_in_two_parts_is_named() =>
        Should.Throw<WrongUseException>(() => ReportMerge.Join([("one/report.json", SampleReport.Create()), ("two/report.json", SampleReport.Only("bob"))])).Message
            .ShouldBe("the student 'bob' is in one/report.json and two/report.json; leave one of them out");

    [Test]
    public void Parts_that_were_graded_differently_are_refused()
    {
        var grader = SampleReport.Create().Grader;
        foreach (var (other, difference) in new[]
        {
            (grader with { Seed = 2 }, "seed 1 and 2"), (grader with { Schedules = 5 }, "200 and 5 schedules"),
            (grader with { Suites = "b" }, "the hidden suites differ"), (grader with { Version = "9" }, "version 0.1.0 and 9"),
        })
        {
            Should.Throw<WrongUseException>(() => ReportMerge.Join([("a", SampleReport.Only("alice")), ("b", SampleReport.Only("bob") with { Grader = other })])).Message
                .ShouldBe($"a and b were not graded alike: {difference}; grade both with the same grader, suites and options");
        }
    }
}
