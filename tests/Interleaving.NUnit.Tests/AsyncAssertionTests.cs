using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit.Tests;

/// <summary>
/// NUnit's own assertions on async delegates, each on tasks that are completed in every way: by whom and when must make no
/// difference to what the assertion says.
/// </summary>
[TestFixture]
public sealed class AsyncAssertionTests
{
    /// <summary>Each makes a task that ends with 7, or with the exception if there is one.</summary>
    private const string Ways =
        """
        static int End(Exception e) => e is null ? 7 : throw e;
        static Task<int> AtOnce(Exception e) => e is null ? Task.FromResult(7) : Task.FromException<int>(e);
        static Task<int> BeforeThereIsATask(Exception e) => Task.FromResult(End(e));
        static async Task<int> AfterADelay(Exception e) { await Task.Delay(1_000); return End(e); }
        static async Task<int> AfterAYield(Exception e) { await Task.Yield(); return End(e); }
        static Task<int> ByATask(Exception e) => Task.Run(() => End(e));
        static Task<int> ByATaskLater(Exception e) => Task.Run(async () => { await Task.Delay(1_000).ConfigureAwait(false); return End(e); });
        static Task<int> ByAThread(Exception e) => Complete(new TaskCompletionSource<int>(), e);
        static Task<int> ByAThreadWithContinuationsElsewhere(Exception e) =>
            Complete(new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously), e);
        static Task<int> Complete(TaskCompletionSource<int> source, Exception e)
        {
            new Thread(() => { if (e is null) source.SetResult(7); else source.SetException(e); }).Start();
            return source.Task;
        }
        static async Task<int> Never(Exception e) => await new TaskCompletionSource<int>().Task;

        """;

    private static readonly string[] Throwing =
    [
        "await Assert.ThrowsAsync<System.IO.IOException>(() => TASK);",
        "await Assert.ThrowsAsync<System.IO.IOException>(async () => await TASK, \"why {0}\", 1);",
        "await Assert.ThrowsAsync(typeof(System.IO.IOException), () => TASK);",
        "await Assert.ThrowsAsync(Is.TypeOf<System.IO.IOException>(), () => TASK);",
        "await Assert.CatchAsync<System.IO.IOException>(() => TASK);",
        "await Assert.CatchAsync(typeof(System.IO.IOException), async () => await TASK);",
        "await Assert.ThatAsync(() => TASK, Throws.TypeOf<System.IO.IOException>());",
        "await Assert.ThatAsync(async () => { await TASK; }, Throws.InstanceOf<System.IO.IOException>(), \"why\");",
        "Assert.That(() => TASK, Throws.TypeOf<System.IO.IOException>());",
        "Assert.That(async () => { await TASK; }, Throws.TypeOf<System.IO.IOException>());",
        "Assert.That(async ValueTask<int> () => await TASK, Throws.TypeOf<System.IO.IOException>());",
        "var thrown = Assert.ThrowsAsync<System.IO.IOException>(() => TASK); thrown.Wait(); Assert.That(thrown.Result.Message, Is.EqualTo(\"broken\"));",
    ];

    private static readonly string[] Passing =
    [
        "await Assert.DoesNotThrowAsync(() => TASK);",
        "await Assert.ThatAsync(() => TASK, Throws.Nothing);",
        "await Assert.ThatAsync(() => TASK, Is.EqualTo(7));",
        "Assert.That(() => TASK, Throws.Nothing);",
        "Assert.That(async () => await TASK, Is.EqualTo(7));",
        "Assert.That(async ValueTask () => await TASK, Throws.Nothing);",
        "await Assert.MultipleAsync(async () => { Assert.That(await TASK, Is.EqualTo(7)); Assert.That(1, Is.EqualTo(1)); });",
        "using (Assert.EnterMultipleScope()) { Assert.That(await TASK, Is.EqualTo(7)); await Assert.DoesNotThrowAsync(() => TASK); }",
    ];

    [TestCase("AtOnce")]
    [TestCase("BeforeThereIsATask")]
    [TestCase("AfterADelay")]
    [TestCase("AfterAYield")]
    [TestCase("ByATask")]
    [TestCase("ByATaskLater")]
    [TestCase("ByAThread")]
    [TestCase("ByAThreadWithContinuationsElsewhere")]
    public void An_assertion_says_the_same_however_its_task_is_completed(string way)
    {
        var verdicts = Verdicts(way);

        verdicts.Where(verdict => !verdict.IsRight).Select(verdict => verdict.Text).ShouldBeEmpty();
    }

    [Test]
    public void An_assertion_on_a_task_that_nobody_completes_is_a_deadlock_that_names_the_wait()
    {
        string[] assertions = [.. Throwing, .. Passing];

        var results = Run(assertions.Select(assertion => assertion.Replace("TASK", "Never(null)", StringComparison.Ordinal)));

        foreach (var (assertion, result) in assertions.Zip(results))
        {
            result.Message.ShouldStartWith("Deadlock: every operation waits", Case.Sensitive, assertion);
            result.Message.ShouldContain("Never awaits", Case.Sensitive, assertion);
            result.Message.ShouldContain(
                assertion.Contains("await Assert.T", StringComparison.Ordinal) ? "awaits Assert.T"
                : assertion.StartsWith("await Assert.", StringComparison.Ordinal) ? "awaits Assert."
                : assertion.Contains("await TASK, Is.EqualTo(7)); await", StringComparison.Ordinal) ? "Never awaits"
                : "main waits for",
                Case.Sensitive,
                assertion);
        }
    }

    /// <summary>What the assertion makes of a task that ends as it should, in the wrong way, or without an exception.</summary>
    private static IEnumerable<(bool IsRight, string Text)> Verdicts(string way)
    {
        (string Exception, bool Throws)[] ends =
        [
            ("null", false), ("new System.IO.IOException(\"broken\")", true), ("new ArgumentException(\"other\")", false),
        ];
        var cases = ends.SelectMany(end =>
            Throwing.Select(assertion => (assertion, end.Exception, Holds: end.Throws))
                .Concat(Passing.Select(assertion => (assertion, end.Exception, Holds: end.Exception == "null")))).ToList();
        var results = Run(cases.Select(one => one.assertion.Replace("TASK", $"{way}({one.Exception})", StringComparison.Ordinal)));
        return cases.Zip(results, (one, result) => (
            one.Holds ? result.ResultState == ResultState.Success : IsFailure(result),
            $"{one.assertion} on {one.Exception}: {result.ResultState} {result.Message}"));
    }

    private static bool IsFailure(ITestResult result) =>
        result.ResultState == ResultState.Failure
        && !result.Message.Contains("unsupported", StringComparison.Ordinal)
        && !result.Message.StartsWith("Deadlock", StringComparison.Ordinal)
        && (result.Message.Contains("broken", StringComparison.Ordinal) || result.Message.Contains("other", StringComparison.Ordinal)
            || result.Message.Contains("IOException", StringComparison.Ordinal));

    private static List<ITestResult> Run(IEnumerable<string> bodies)
    {
        var tests = bodies.Select((body, i) => $"[Test, Interleaved(Schedules = 20)] public async Task T{i}() {{ {body} }}").ToList();
        var results = FixtureRun.Of(Ways + string.Join('\n', tests));
        return [.. tests.Select((_, i) => results[$"T{i}"])];
    }
}
