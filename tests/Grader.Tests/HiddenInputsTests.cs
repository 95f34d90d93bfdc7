using System.Text.Json.Nodes;
using Grader.Configuration;
using Grader.Judging;
using Grader.Judging.Sandboxes;
using Grader.Records;
using Grader.Reporting;

namespace Grader.Tests;

/// <summary>What a hidden test passes in is in no report, however a submission tries to have it told; an author can ask for it.</summary>
public sealed class HiddenInputsTests
{
    private static readonly Workspace Workspace = Workspace.Find(Repository.Root);

    private const string Adding = """
        namespace ConcurrencyKatas.ParallelSum;

        public static class Summation
        {
            public static long Sum(int n, Func<int, long> term)
            {
                var thread = new Thread(() => throw new InvalidOperationException($"told: {n}"));
                thread.Start();
                thread.Join();
                return 0;
            }

            public static long[] SumAll(IReadOnlyList<int> sizes, Func<int, long> term) => [.. sizes.Select(size => Sum(size, term))];
        }
        """;

    /// <summary>How each tells a number that it was given: what must not be in the report.</summary>
    [TestCase("Thread.Sleep(90_000 + amount); balance += amount;", "sleep of [0-9]", TestName = "Nor_by_virtual_time")]
    [TestCase("kept = Say<Telling>(amount, 8); balance += amount;", "(Zero|One)<", TestName = "Nor_by_a_generic_type")]
    [TestCase("kept = (DayOfWeek)(amount % 7); balance += amount;", "day", TestName = "Nor_by_an_enumeration")]
    [TestCase("throw new Traced(70_000 + amount);", "\"line\":7[0-9]{4}", TestName = "Nor_by_a_forged_line")]
    [TestCase(
        "throw System.Runtime.ExceptionServices.ExceptionDispatchInfo.SetRemoteStackTrace(new TimeoutException(), $\"   at A.B() in LostUpdate.cs:line {70_000 + amount}\");",
        "\"line\":7[0-9]{4}", TestName = "Nor_by_a_trace_from_elsewhere")]
    [TestCase("for (var i = 0; i < 700 + amount; i++) kept = \"\"; balance += amount;", "[^u0-9][0-9]+ more times", TestName = "Nor_by_a_count")]
    public async Task Nor_by_what_is_no_value(string deposit, string told) =>
        (await ReportAsync(deposit, reveal: false)).ShouldNotMatch(told);

    /// <summary>A submission that does the same whatever it is given is told of by the same report: no value is in it.</summary>
    [Test]
    public async Task A_report_says_the_same_of_other_inputs()
    {
        const string Deposit = "Thread.Sleep(1 + amount); kept = Say<Telling>(amount, 8); told = $\"told: {amount}\"; balance += amount;";
        var (one, other) = (await ReportAsync(Deposit, reveal: false, seed: 1), await ReportAsync(Deposit, reveal: false, seed: 2));
        Timeless(one).ShouldBe(Timeless(other));
        one.ShouldContain("\"lanes\"");
    }

    /// <summary>
    /// What a story can tell is counted in real reports: how many rows, and among how many lanes, lines, kinds and texts each is one. No
    /// number in any text is more than a row or a line has, so that nothing else is told by one.
    /// </summary>
    [Test]
    public async Task A_report_tells_no_more_bits_than_SECURITY_says()
    {
        string[] deposits =
        [
            "told = $\"told: {amount}\"; balance += amount;",
            "Thread.Sleep(90_000 + amount); kept = Say<Telling>(amount, 8); balance += amount;",
            "for (var i = 0; i < amount % 7; i++) Task.Run(() => balance++); balance += amount;",
            "throw new ArgumentOutOfRangeException($\"told: {amount}\", 70_000 + amount, new Traced(70_000 + amount).StackTrace);",
            "var late = new Thread(() => balance += amount) { Name = $\"told: {amount}\" }; late.Start(); balance++; late.Join(90_000 + amount);",
        ];
        var reports = new List<JsonNode>();
        foreach (var deposit in deposits)
            reports.Add(JsonNode.Parse(await ReportAsync(deposit, reveal: false))!);

        var criteria = reports.SelectMany(report => report["criteria"]!.AsArray()).OfType<JsonNode>().ToList();
        var stories = criteria.Select(criterion => criterion["story"]).OfType<JsonNode>().ToList();
        stories.Count.ShouldBeGreaterThan(8);
        var steps = stories.SelectMany(story => story["steps"]!.AsArray()).OfType<JsonNode>().ToList();
        var (lines, mostSteps) = (Account("").Split('\n').Length, stories.Max(story => story["steps"]!.AsArray().Count));
        foreach (var text in steps.Select(step => (string)step["text"]!).Concat(criteria.Select(criterion => (string)criterion["message"]!))
            .Concat(stories.SelectMany(story => story["lanes"]!.AsArray()).Select(lane => (string)lane!)))
        {
            foreach (System.Text.RegularExpressions.Match number in System.Text.RegularExpressions.Regex.Matches(text, "[0-9]+"))
                int.Parse(number.Value).ShouldBeLessThanOrEqualTo(Math.Max(lines, Judge.Protocol.UntrustedLimits.MostSteps), text);
        }

        // Of each row: who, where, what sort of thing, how it went on, and which of all texts that were seen in any report.
        int Different(Func<JsonNode, object?> part) => steps.Select(part).Distinct().Count();
        double bits = Math.Log2(stories.Max(story => story["lanes"]!.AsArray().Count)) + Math.Log2(Different(step => (int?)step["line"]))
            + Math.Log2(Different(step => (string?)step["kind"])) + 2 + Math.Log2(Different(step => (string?)step["text"]));
        bits.ShouldBeLessThanOrEqualTo(40);
        (mostSteps * bits).ShouldBeLessThanOrEqualTo(8_000);
    }

    private static string Timeless(string report) =>
        System.Text.RegularExpressions.Regex.Replace(report, "\"(seconds|schedules|schedule)\":(\"[^\"]*\"|[0-9.E-]+)", "");

    private static IEnumerable<TestCaseData> Tellers =>
    [
        Teller("a value in memory", "told = $\"told: {amount}\"; balance += amount;"),
        Teller("an exception", "throw new InvalidOperationException($\"told: {amount}\");"),
        Teller("an exception of one's own", "throw new Telling(amount);"),
        Teller("an exception of the platform", "_ = new Dictionary<string, int>()[$\"told: {amount}\"];"),
        Teller("a parameter's name", "ArgumentOutOfRangeException.ThrowIfNegative(-1, $\"told: {amount}\");"),
        Teller("the exception of a task", "Task.FromException(new TimeoutException($\"told: {amount}\")).GetAwaiter().GetResult();"),
        Teller("a thread's name", "var thread = new Thread(() => balance += amount) { Name = $\"told: {amount}\" }; thread.Start(); balance++; thread.Join();"),
        Teller("an argument", "Add($\"told: {amount}\", amount);"),
        Teller("an exception on a thread", "var thread = new Thread(() => throw new InvalidOperationException($\"told: {amount}\")); thread.Start(); thread.Join();"),
        Teller("an exception in async void", "Later(amount);"),
    ];

    [TestCaseSource(nameof(Tellers))]
    public async Task No_report_tells_what_a_hidden_test_passes_in(string deposit)
    {
        var told = await ReportAsync(deposit, reveal: false);
        told.ShouldNotContain("told: ");
        told.ShouldContain("LostUpdate.cs");
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Nor_does_what_happens_on_simulated_cores(bool reveal)
    {
        var told = await ReportAsync(Workspace.Kata("parallel-sum"), Adding, reveal);
        told.Contains("told: ", StringComparison.Ordinal).ShouldBe(reveal);
        told.ShouldContain("ParallelSum.cs");
    }

    [TestCaseSource(nameof(Tellers))]
    public async Task An_author_sees_it(string deposit) => (await ReportAsync(deposit, reveal: true)).ShouldContain("told: ");

    private static Task<string> ReportAsync(string deposit, bool reveal, int seed = 1) =>
        ReportAsync(Workspace.Kata("lost-update"), Account(deposit), reveal, seed);

    private static async Task<string> ReportAsync(Kata kata, string source, bool reveal, int seed = 1)
    {
        var settings = new RunSettings(50, seed, 1) { Reveal = reveal };
        var run = new GradingRun(Workspace, settings, new ChildJudge(new JudgeLauncher(Sandbox.None), TimeProvider.System));
        var submission = new Submission("mallory", kata, [new SourceFile(kata.Files[0], source)]);
        var grades = await run.Pipeline.GradeAsync([submission], (_, _) => { }, CancellationToken.None);

        // The source is told, of course.
        return JsonReport.Line(ReportBuilder.Kata(grades.ShouldHaveSingleItem(), []) with { Sources = null });
    }

    private static TestCaseData Teller(string how, string deposit) => new TestCaseData(deposit).SetArgDisplayNames(how);

    private static string Account(string deposit) => $$"""
        namespace ConcurrencyKatas.LostUpdate;

        public sealed record Statement(int Balance, int Deposited, int Withdrawn);

        public sealed class Telling(int amount) : Exception
        {
            public override string Message => $"told: {amount}";
        }

        public sealed class Traced(int line) : Exception
        {
            public override string StackTrace => $"   at A.B() in LostUpdate.cs:line {line}";
        }

        public sealed class Zero<T>;

        public sealed class One<T>;

        public sealed class Account(int opening)
        {
            private int balance = opening;
            private object kept = "";
            private string told = "";

            public int Balance => told.Length > 1000 ? 0 : balance;

            public void Deposit(int amount)
            {
                {{deposit}}
            }

            public bool Withdraw(int amount)
            {
                told = $"told: {amount}";
                balance -= amount;
                return true;
            }

            public Statement GetStatement() => new(balance, told.Length + kept.GetType().Name.Length, 0);

            private static object Say<T>(int number, int bits) =>
                bits == 0 ? new List<T>() : number % 2 == 0 ? Say<Zero<T>>(number / 2, bits - 1) : Say<One<T>>(number / 2, bits - 1);

            private void Add(string why, int amount) => balance += why.Length > 0 ? amount : 0;

            private async void Later(int amount)
            {
                await Task.Yield();
                throw new InvalidOperationException($"told: {amount}");
            }
        }
        """;
}
