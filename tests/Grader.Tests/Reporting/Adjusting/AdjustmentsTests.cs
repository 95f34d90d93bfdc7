using Grader.Configuration;
using Grader.Reporting;
using Grader.Reporting.Adjusting;
using Judge;

namespace Grader.Tests.Reporting.Adjusting;

[TestFixture]
internal sealed class AdjustmentsTests
{
    private static readonly DateTimeOffset Due = new(2026, 12, 1, 23, 59, 0, TimeSpan.FromHours(1));

    [Test]
    public void An_override_replaces_the_points_and_shows_what_they_were()
    {
        var report = Apply(SampleReport.Create(), overrides: "student,kata,points,reason\nalice,lost-update,8.5,\"ill, see mail\"\n");
        var alice = report.Submissions[0];

        alice.Katas[0].Score.ShouldBe(8.5);
        alice.Katas[0].Override.ShouldBe(new ReportOverride(8.5, "ill, see mail", 6));
        alice.Score.ShouldBe(12);
        // Nothing else is touched: not the verdict, not the criteria, not the others.
        alice.Katas[0].Verdict.ShouldBe(SampleReport.Create().Submissions[0].Katas[0].Verdict);
        SampleReport.Json(report with { Submissions = [.. report.Submissions.Skip(1)] })
            .ShouldBe(SampleReport.Json(SampleReport.Create() with { Submissions = [.. SampleReport.Create().Submissions.Skip(1)] }));
    }

    [Test]
    public void Applied_twice_is_applied_once()
    {
        const string Overrides = "student,kata,points,reason\nalice,lost-update,8,ill\n";
        const string Times = "student,kata,submitted\nbob,,2026-12-03T12:00:00+01:00\n";
        var once = Apply(SampleReport.Create(), Overrides, Times);

        SampleReport.Json(Apply(once, Overrides, Times)).ShouldBe(SampleReport.Json(once));
    }

    [Test]
    public void Without_the_file_the_grades_are_what_they_were()
    {
        var changed = Apply(SampleReport.Create(), "student,kata,points,reason\nalice,lost-update,8,ill\n");

        SampleReport.Json(Apply(changed)).ShouldBe(SampleReport.Json(SampleReport.Create()));
    }

    [Test]
    public void What_is_not_given_anew_stays_as_it_is()
    {
        const string Overrides = "student,kata,points,reason\nbob,lost-update,8,ill\n";
        var late = Apply(SampleReport.Only("bob"), submitted: "student,submitted\nbob,2026-12-03T12:00:00+01:00\n");
        var both = new Adjustments(Policy(AttemptsPolicy.Last), null, Override.Read(Overrides, "overrides.csv"), null).Apply(late).Submissions[0].Katas;

        both[0].Late.ShouldBe(late.Submissions[0].Katas[0].Late);
        (both[0].Score, both[0].Override!.Was).ShouldBe((8, 8));
        both[1].ShouldBe(late.Submissions[0].Katas[1]);
        // And so do attempts.
        var twice = new Adjustments(Policy(AttemptsPolicy.Best), [Scoring(9)], null, null).Apply(Scoring(6));
        new Adjustments(Policy(AttemptsPolicy.Best), null, [], null).Apply(twice).Submissions[0].Katas[0].Attempts!.Scores.ShouldBe([9, 6]);
    }

    [Test]
    public void A_table_with_its_head_alone_takes_back_what_was_given()
    {
        var changed = Apply(SampleReport.Only("bob"), "student,kata,points,reason\nbob,lost-update,8,ill\n");

        SampleReport.Json(Apply(changed, "student,kata,points,reason\n")).ShouldBe(SampleReport.Json(SampleReport.Only("bob")));
    }

    [TestCase("student,kata,points,reason\nbob,lost-update,8.5,\"ill, see \"\"mail\"\"\"\n", "ill, see \"mail\"")]
    [TestCase("\uFEFFStudent;Kata;Points;Reason\r\n\r\n\"bob\";lost-update;8.5;\"krank, siehe Mail; ä€\"\r\n", "krank, siehe Mail; ä€")]
    [TestCase("reason\tpoints\tkata\tstudent\r\nill, see mail\t 8.5 \tlost-update\tbob", "ill, see mail")]
    [TestCase("student,kata,points,reason,\nbob,lost-update,8.50,ill,,\n,,,,\n", "ill")]
    [TestCase("student;kata;points;reason\nbob;lost-update;8,5;ill\n", "ill")]
    [TestCase("student,kata,points,reason\nbob,lost-update,\"8,50\",ill\n", "ill")]
    public void Tables_may_come_from_any_spreadsheet(string text, string reason)
    {
        var kata = Apply(SampleReport.Only("bob"), text).Submissions[0].Katas[0];

        kata.Override.ShouldBe(new ReportOverride(8.5, reason, 10));
    }

    [Test]
    public void Extra_credit_goes_above_what_a_kata_is_worth_where_the_line_says_so()
    {
        var student = Apply(SampleReport.Only("bob"), "student,kata,points,reason,extra credit\nbob,lost-update,12,found a fault,yes\n").Submissions[0];

        (student.Score, student.MaxScore).ShouldBe((22, 20));
    }

    /// <summary>macOS stores an é in a folder's name as two characters, a spreadsheet as one.</summary>
    [Test]
    public void A_name_is_the_same_in_both_forms_of_Unicode()
    {
        var report = SampleReport.Only("bob");
        report = report with { Submissions = [report.Submissions[0] with { Id = "Rene\u0301" }] };

        Apply(report, "student,kata,points,reason\nRen\u00e9,lost-update,8,ill\n").Submissions[0].Score.ShouldBe(18);
        Roster.Read("Student,ID,folder\nRen\u00e9,1,Ren\u00e9\n", "roster.csv").Of("Rene\u0301").ShouldNotBeNull();
    }

    [TestCase("2026-12-01T23:59:00+01:00", 10)]
    [TestCase("2026-12-02T00:09:00+01:00", 10, Description = "within the grace")]
    [TestCase("2026-12-01T23:09:01Z", 9)]
    [TestCase("2026-12-03T00:09:00+01:00", 9)]
    [TestCase("2026-12-03T00:09:01+01:00", 8)]
    [TestCase("2027-01-01T00:00:00+01:00", 5, Description = "no more than the most")]
    public void A_day_that_was_begun_costs_its_share(string time, double points)
    {
        var report = Apply(SampleReport.Only("bob"), submitted: $"student,submitted\nbob,{time}\n");

        report.Submissions[0].Katas.ShouldAllBe(kata => kata.Score == points);
        report.Submissions[0].Katas.ShouldAllBe(kata => points == 10 ? kata.Late == null : kata.Late!.Was == 10);
    }

    [Test]
    public void A_kata_may_be_due_on_its_own_and_have_come_on_its_own()
    {
        var grading = Policy(AttemptsPolicy.Last) with { Katas = [Kata("lost-update") with { Due = Due.AddDays(7) }, Kata("parallel-sum")] };
        var times = Submitted.Read("student,kata,submitted\nbob,,2026-12-04T00:00:00+01:00\nbob,parallel-sum,2026-11-01T00:00:00Z\n", "submitted.csv");

        new Adjustments(grading, [], [], times).Apply(SampleReport.Only("bob")).Submissions[0].Score.ShouldBe(20);
    }

    [Test]
    public void An_instructors_word_comes_after_the_penalty()
    {
        var kata = Apply(
            SampleReport.Only("bob"), "student,kata,points,reason\nbob,lost-update,10,ill\n", "student,submitted\nbob,2026-12-02T12:00:00+01:00\n").Submissions[0].Katas[0];

        kata.Score.ShouldBe(10);
        AdjustmentText.Of(kata).ShouldBe(
        [
            "late by 1 day (due 2026-12-01 23:59 +01:00, came 2026-12-02 12:00 +01:00): 10 % off 10 points",
            "set to 10 points instead of 9: ill",
        ]);
    }

    [TestCase(AttemptsPolicy.Best, 10, 2)]
    [TestCase(AttemptsPolicy.Last, 6, 3)]
    public void Of_several_attempts_the_policy_says_which_counts(AttemptsPolicy policy, double points, int counted)
    {
        Report[] earlier = [Scoring(4), Scoring(10)];
        var kata = new Adjustments(Policy(policy), earlier, [], []).Apply(Scoring(6)).Submissions[0].Katas[0];

        kata.Score.ShouldBe(points);
        kata.Attempts!.Scores.ShouldBe([4, 10, 6]);
        kata.Attempts.Counted.ShouldBe(counted);
        // The verdict is the one that belongs to the points.
        kata.Verdict.ShouldBe(counted == 2 ? Verdict.Accepted : Verdict.WrongAnswer);
        new Adjustments(Policy(policy), null, [], []).Apply(SampleReport.With(kata)).Submissions[0].Katas[0].Verdict.ShouldBe(kata.Verdict);
        AdjustmentText.Of(kata).ShouldBe(counted == 3 ? [] : ["attempt 2 of 3 counts (4, 10, 6): 10 points and Accepted instead of 6 and WrongAnswer; what is told below is the last attempt"]);
    }

    [Test]
    public void A_late_attempt_does_not_make_an_earlier_one_late()
    {
        var times = Submitted.Read("student,submitted\nalice,2026-12-02T12:00:00+01:00\n", "submitted.csv");
        var kata = new Adjustments(Policy(AttemptsPolicy.Best), [Scoring(8)], [], times).Apply(Scoring(10)).Submissions[0].Katas[0];

        kata.Score.ShouldBe(9);
        new Adjustments(Policy(AttemptsPolicy.Best), [Scoring(10)], [], times).Apply(Scoring(8)).Submissions[0].Katas[0].Score.ShouldBe(10);
    }

    [TestCase("student,kata,points\na,b,1\n", "overrides.csv:1: there is no column 'reason'; the first line must have student, kata, points, reason")]
    [TestCase("student,kata,points,reason\nalice,lost-update,8,ill\nzoe,lost-update,8,ill\n", "overrides.csv:3: there is no student 'zoe' in the report; use the name of the student's folder, such as alice, bob, carol")]
    [TestCase("student,kata,points,reason\nalice,lost,8,ill\n", "overrides.csv:2: there is no kata 'lost' in the report; the katas are lost-update, parallel-sum")]
    [TestCase("student,kata,points,reason\nalice,lost-update,\"8,500\",ill\n", "overrides.csv:2: '8,500' is no number of points; write it like 7.5")]
    [TestCase("student,kata,points,reason\nalice,lost-update,\"8,5,1\",ill\n", "overrides.csv:2: '8,5,1' is no number of points; write it like 7.5")]
    [TestCase("student,kata,points,reason,extra credit\nalice,lost-update,11,ill,maybe\n", "overrides.csv:2: 'maybe' in the column 'extra credit' is neither yes nor no")]
    [TestCase("student,kata,points,reason,extra credit\nalice,lost-update,11,ill,no\n", "overrides.csv:2: 11 points are not between 0 and 10, what lost-update is worth; to give extra credit, add a column 'extra credit' and write yes in it")]
    [TestCase("student,kata,points,reason,extra credit\nalice,lost-update,1001,ill,yes\n", "overrides.csv:2: 1001 points are more than 1000, the most that a gradebook takes")]
    [TestCase("student,kata,points,reason\nalice,lost-update,1e1,ill\n", "overrides.csv:2: '1e1' is no number of points; write it like 7.5")]
    [TestCase("", "overrides.csv:1: there is no column 'student'; the first line must have student, kata, points, reason")]
    [TestCase("student,kata,points,reason\nalice,lost-update,NaN,ill\n", "overrides.csv:2: 'NaN' is no number of points; write it like 7.5")]
    [TestCase("student,kata,points,reason\nalice,lost-update,-1,ill\n", "overrides.csv:2: -1 points are not between 0 and 10, what lost-update is worth")]
    [TestCase("student,kata,points,reason\nalice,lost-update,11,ill\n", "overrides.csv:2: 11 points are not between 0 and 10, what lost-update is worth; to give extra credit, add a column 'extra credit' and write yes in it")]
    [TestCase("student,kata,points,reason\n\nalice,lost-update,8,\n", "overrides.csv:3: the reason is empty; say why, as it is shown beside the points")]
    [TestCase("student,kata,points,reason\nalice,lost-update,8,a\nalice,lost-update,9,b\n", "overrides.csv:3: alice lost-update stands in line 2 already; keep one of the two")]
    [TestCase("student,kata,points,reason\nalice,lost-update,8,\"a\n", "overrides.csv:2: the quotes do not match; write a quote inside of a quoted cell twice")]
    public void A_wrong_override_is_told_its_line(string text, string message) =>
        Should.Throw<WrongUseException>(() => Apply(SampleReport.Create(), text)).Message.ShouldBe(message);

    [TestCase("alice,,2026-12-01 23:59", "'2026-12-01 23:59' is no time with its offset from UTC; write it like 2026-12-01T23:59:00+01:00")]
    [TestCase("alice,,yesterday", "'yesterday' is no time with its offset from UTC; write it like 2026-12-01T23:59:00+01:00")]
    [TestCase("zoe,,2026-12-01T23:59:00Z", "there is no student 'zoe' in the report; use the name of the student's folder, such as alice, bob, carol")]
    public void A_wrong_time_is_told_its_line(string line, string message) =>
        Should.Throw<WrongUseException>(() => Apply(SampleReport.Create(), submitted: $"student,kata,submitted\n{line}\n")).Message
            .ShouldBe("submitted.csv:2: " + message);

    [Test]
    public void Times_without_a_policy_are_refused()
    {
        var times = Submitted.Read("student,submitted\nalice,2026-12-01T23:59:00Z\n", "submitted.csv");

        Should.Throw<WrongUseException>(() => new Adjustments(Policy(AttemptsPolicy.Last) with { Late = null }, [], [], times)).Message
            .ShouldStartWith("submitted.csv:2: times are given, but grading.json has no \"late\"");
    }

    private static Report Apply(Report report, string? overrides = null, string? submitted = null) => new Adjustments(
        Policy(AttemptsPolicy.Last), [],
        overrides is null ? [] : Override.Read(overrides, "overrides.csv"),
        submitted is null ? [] : Submitted.Read(submitted, "submitted.csv")).Apply(report);

    private static Grading Policy(AttemptsPolicy attempts) => new(
        new Exploration(), new Limits(), [], new LatePolicy(Due, PercentPerDay: 10, GraceMinutes: 10, AtMostPercent: 50), attempts);

    private static Kata Kata(string id) => new(id, id, id, [], 10, []);

    private static Report Scoring(double points) => SampleReport.With(SampleReport.Scored("lost-update", (points, 10)));
}
