using Grader.Reporting;
using Judge;

namespace Page.Tests;

/// <summary>A small class with something of everything that the page draws.</summary>
internal static class Samples
{
    public const string Race = "#/student/alice/lost-update";
    public const string VirtualTime = "#/student/alice/bounded-fetch";
    public const string Parallel = "#/student/alice/parallel-sum";
    public const string Step = "#/student/alice/lost-update/no-lost-update/";

    /// <summary>The code of the race; <c>balance += amount;</c> is its line 7.</summary>
    private const string Account = """
        public sealed class Account(int opening)
        {
            private int balance = opening; // in cents

            public void Deposit(int amount)
            {
                balance += amount;
            }

            public int Balance => balance;
        }

        """;

    public static Report Class() => Of(
        Student("alice", RaceOf(Account, 7), Waiting(), Slow() with { Override = new ReportOverride(8, "the hand-in system was down", 5) }),
        Student("bob", RaceOf(Account.Replace("balance", "money", StringComparison.Ordinal), 7), Right("bounded-fetch", "Bounded fetch"), Right("parallel-sum", "Parallel sum")),
        Student("carol", Right("lost-update", "Fix the race"), Missing("bounded-fetch", "Bounded fetch"), Missing("parallel-sum", "Parallel sum")),
        Student("dave", Right("lost-update", "Fix the race") with { Late = new ReportLate(new(2026, 12, 1, 23, 59, 0, TimeSpan.FromHours(1)), new(2026, 12, 2, 8, 15, 0, TimeSpan.FromHours(1)), 1, 10, 10), Score = 9 },
            Wrong() with { Attempts = new ReportAttempts([0, 0, 0], 3, 0) }, Broken()));

    /// <summary>The same class a week before: bob had less, dave more, carol had not come, and erin has gone.</summary>
    public static Report Earlier()
    {
        var (alice, bob, dave) = (Class().Submissions[0], Class().Submissions[1], Class().Submissions[3]);
        return Of(
            alice,
            Student("bob", [bob.Katas[0] with { Score = 0, Verdict = Verdict.WrongAnswer }, .. bob.Katas.Skip(1)]),
            Student("dave", dave.Katas[0], dave.Katas[1] with { Score = 5 }, dave.Katas[2]),
            Student("erin", Right("lost-update", "Fix the race")));
    }

    /// <summary>One student, whose race fails two criteria.</summary>
    public static Report FailedTwice()
    {
        var race = RaceOf(Account, 7);
        return Of(Student("alice", race with { Criteria = [race.Criteria[1], race.Criteria[1] with { Id = "no-torn-read", Title = "No read is torn" }] }));
    }

    /// <summary>Everybody's texts are <paramref name="text"/>.</summary>
    public static Report WordedBy(string text) => Of(Student(text, Kata("lost-update", text, Verdict.DataRace,
        new ReportCriterion("no-lost-update", text, Verdict.DataRace, 0, 10, text, text, new ReportLocation(text, 1), text, text, 1, 0, Story: new ReportStory(
            [text, text + "2"], [At(0, text, 1, "note", text), At(1, text, 1, "write", $"writes {text} ← {text}", at: 1, fails: true)], text), Timeline: new ReportTimeline(9, [new ReportCore(5, [new ReportUse(text, 2, 7)])]))) with
    {
        Sources = [new ReportSource(text, text)],
        Override = new ReportOverride(1, text, 0),
        Samples = [new ReportFrame([text, text], 7)],
        Measurements = new ReportMeasurements(1, 4, null, null, null, "Accepted", 1, 2, Flame: [new ReportFrame([text, text], 7)]),
    }));

    /// <summary>The same class as graders wrote it that knew neither stories nor sources.</summary>
    public static Report Older() => Class() with
    {
        Submissions = [.. Class().Submissions.Select(student => student with
        {
            Katas = [.. student.Katas.Select(kata => kata with
            {
                Sources = null,
                Measurements = kata.Measurements is { } figures ? figures with { Flame = null } : null,
                Criteria = [.. kata.Criteria.Select(criterion => criterion with { Story = null })],
            })],
        })],
    };

    /// <summary>A class of this many students; the points of the n-th are n modulo 11.</summary>
    public static Report Large(int students) => Of([.. Enumerable.Range(0, students).Select(n =>
        Student($"student-{n:000}", Right("lost-update", "Fix the race") with { Score = n % 11 }))]);

    /// <summary>A class with this many katas.</summary>
    public static Report Wide(int katas) => Of([.. new[] { "alice", "bob" }.Select(student =>
        Student(student, [.. Enumerable.Range(0, katas).Select(n => (n % 2 == 0 ? Right("", "") : Wrong()) with { Id = $"kata-{n}", Title = $"Honor cancellation {n}" })]))]);

    private static Report Of(params ReportSubmission[] students) => new(
        Report.SchemaName, new ReportGrader("0.1.0", Seed: 1, Schedules: 200, Suites: new string('a', 64)),
        new ReportMachine(2, "Linux", ".NET 10.0.0", "bubblewrap"), students);

    private static ReportSubmission Student(string id, params ReportKata[] katas) => ReportBuilder.Submission(id, katas, []);

    private static ReportKata Kata(string id, string title, Verdict verdict, params ReportCriterion[] criteria) =>
        new(id, title, verdict, criteria.Sum(c => c.Score), criteria.Sum(c => c.MaxScore), criteria);

    private static ReportKata Right(string id, string title) => Kata(id, title, Verdict.Accepted,
        new ReportCriterion("all", "All of it", Verdict.Accepted, 10, 10, "", null, null, "", "", 200, 0.25));

    private static ReportKata Missing(string id, string title) => Kata(id, title, Verdict.CompileError,
        new ReportCriterion("all", "All of it", Verdict.CompileError, 0, 10, "was not handed in", null, null, "", "", 0, 0)) with
    {
        Missing = true,
    };

    private static ReportKata Wrong() => Kata("bounded-fetch", "Bounded fetch", Verdict.WrongAnswer,
        new ReportCriterion("limit", "Never more than the limit", Verdict.WrongAnswer, 0, 10, "7 were in flight, 3 are allowed.", "Take a permit first.", null, "", "", 9, 0.1));

    private static ReportKata Broken() => Kata("parallel-sum", "Parallel sum", Verdict.CompileError,
        new ReportCriterion("all", "All of it", Verdict.CompileError, 0, 10, "; expected", null, null, "", "", 0, 0)) with
    {
        Findings = [new ReportFinding("; expected", new ReportLocation("ParallelSum.cs", 1))],
        Sources = [new ReportSource("ParallelSum.cs", "int x\n")],
    };

    private static ReportKata RaceOf(string code, int line) => Kata("lost-update", "Fix the race", Verdict.DataRace,
        new ReportCriterion("deposits-count", "Deposits count", Verdict.Accepted, 6, 6, "", null, null, "", "", 200, 0.25),
        new ReportCriterion("no-lost-update", "No update is lost", Verdict.DataRace, 0, 4,
            $"Data race: Task.Run #2 writes balance at Account.cs:{line} and Task.Run #1 reads it, and nothing orders the two.", "Reading, adding and writing are three steps.",
            new ReportLocation("Account.cs", line), "5/1@2:2", "the table in text", 137, 0.08, Story: new ReportStory(
                ["main", "Deposit(50) #1", "Deposit(100) #2"],
                [
                    At(0, null, 0, "start", "starts Task.Run #1"),
                    At(0, null, 0, "start", "starts Task.Run #2"),
                    At(0, null, 0, "wait", "awaits"),
                    At(1, "Account.cs", line, "read", "reads balance → 0"),
                    At(2, "Account.cs", line, "read", "reads balance → 0", switched: true),
                    At(2, "Account.cs", line, "write", "writes balance ← 100"),
                    At(2, null, 0, "end", "ends"),
                    At(1, "Account.cs", line, "write", "writes balance ← 50"),
                    At(0, "Account.cs", 10, "read", "reads balance → 50"),
                    At(0, null, 0, "fail", "150 should be in the account, and 50 is.", fails: true),
                ]))) with
    {
        Sources = [new ReportSource("Account.cs", code)],
    };

    private static ReportKata Waiting() => Kata("bounded-fetch", "Bounded fetch", Verdict.Deadlock,
        new ReportCriterion("permits-released", "A failed fetch gives its permit back", Verdict.Deadlock, 4, 10,
            "Deadlock: every operation waits.", "Release belongs into a finally.", null, "10/-", "the table in text", 3, 0.08, Story: new ReportStory(
                ["Fetch(α)", "Fetch(β)", "timer"],
                [
                    At(0, "Fetch.cs", 2, "note", "takes a permit of SemaphoreSlim"),
                    At(0, "Fetch.cs", 3, "wait", "waits for a delay of 1 s to end"),
                    At(1, "Fetch.cs", 2, "wait", "queues for a permit of SemaphoreSlim", fails: true),
                    At(-1, null, 0, "abridged", "… 13 rows …"),
                    At(2, null, 0, "note", "fires", at: 0.5),
                    At(0, null, 0, "resume", "goes on", at: 1),
                    At(0, "Fetch.cs", 4, "end", "ends", at: 2),
                ],
                "Greek letters stand for values of the hidden test: the same letter, the same value."))) with
    {
        Sources = [new ReportSource("Fetch.cs", "async Task Fetch()\n{\n    await permits.WaitAsync();\n    await Load();\n}\n")],
        Attempts = new ReportAttempts([1, 6, 4], 2, 4),
        Score = 6,
    };

    private static ReportKata Slow() => Kata("parallel-sum", "Parallel sum", Verdict.TooSlow,
        new ReportCriterion("span", "The work is divided", Verdict.Accepted, 5, 5, "", null, null, "", "", 1, 0.5),
        new ReportCriterion("cpu-overhead", "Dividing costs little", Verdict.TooSlow, 0, 5, "4.2 times the processor time.", "Lock once for each part.", null, "", "", 0, 1.5, Timeline: new ReportTimeline(10_000,
        [
            new ReportCore(10_000, [new ReportUse("main", 0, 1_000), new ReportUse("Task.Run #1", 1_000, 7_000), new ReportUse("main", 7_000, 10_000)]),
            new ReportCore(1_000, [new ReportUse("Task.Run #2", 2_000, 6_000, Several: true, Busy: 0.25)]),
            new ReportCore(0, []),
        ]))) with
    {
        Measurements = new ReportMeasurements(3, 4, 4.2, [4.1, 4.2, 4.4], [1.2, 1.4, 1.5], "Accepted", 1.9, 2, Flame:
        [
            new ReportFrame(["Sum"], 10), new ReportFrame(["Sum", "worker 1"], 30), new ReportFrame(["Sum", "worker 2"], 20),
            new ReportFrame(["Sum", "worker 2", "Add"], 40),
        ]),
        Score = 8,
    };

    private static ReportStep At(
        int lane, string? file, int line, string kind, string text, double at = 0, bool switched = false, bool fails = false) => new(
        lane, file, file is null ? null : line, kind, text, at == 0 ? null : at, switched ? true : null, fails ? true : null);
}
