using System.Runtime.CompilerServices;

namespace Interleaving.NUnit.Tests;

/// <summary>Where an assertion failed, not where the test came to hear of it, and not where the code under test was last.</summary>
public sealed class AssertionPlaceTests
{
    private sealed class Account
    {
        private int _balance = 1;

        public int Withdraw()
        {
            lock (this)
                return --_balance;
        }
    }

    [Test]
    public void In_a_task_it_is_the_line_in_the_task() => Expect(Line() + 4, static async () =>
    {
        var work = Task.Run(() =>
        {
            Assert.That(new Account().Withdraw(), Is.EqualTo(1));
        });
        await Task.Delay(1);
        await work;
        await Task.Yield();
    });

    [Test]
    public void After_a_call_it_is_the_line_of_the_assertion() => Expect(Line() + 5, static async () =>
    {
        var account = new Account();
        await Task.Run(account.Withdraw);
        var left = account.Withdraw();
        left.ShouldBe(0);
    });

    [Test]
    public void Before_the_first_await_it_has_a_line() => Expect(Line() + 3, static async () =>
    {
        var none = string.Concat("");
        Assert.That(none, Is.Not.Empty);
        await Task.Yield();
    });

    [Test]
    public void In_a_task_that_nobody_awaits_it_is_the_line_in_the_task() => Expect(Line() + 2, static async () =>
    {
        _ = Task.Run(() => Assert.Fail("unheard"));
        await Task.Delay(1);
    });

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static void Expect(int line, Func<Task> body)
    {
        var exploration = Explorer.Explore(body);
        exploration.Failure.ShouldBe(FailureKind.Assertion, exploration.Message);
        exploration.File!.ShouldEndWith("AssertionPlaceTests.cs");
        exploration.Line.ShouldBe(line, exploration.Message);
        foreach (var row in exploration.Story?.Steps.Where(step => step.Fails) ?? [])
            row.Line.ShouldBe(line, exploration.Interleaving);
    }
}
