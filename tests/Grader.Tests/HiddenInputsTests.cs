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

    private static Task<string> ReportAsync(string deposit, bool reveal) => ReportAsync(Workspace.Kata("lost-update"), Account(deposit), reveal);

    private static async Task<string> ReportAsync(Kata kata, string source, bool reveal)
    {
        var settings = new RunSettings(50, 1, 1) { Reveal = reveal };
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

        public sealed class Account(int opening)
        {
            private int balance = opening;
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

            public Statement GetStatement() => new(balance, told.Length, 0);

            private void Add(string why, int amount) => balance += why.Length > 0 ? amount : 0;

            private async void Later(int amount)
            {
                await Task.Yield();
                throw new InvalidOperationException($"told: {amount}");
            }
        }
        """;
}
