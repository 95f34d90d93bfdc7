using Interleaving.Tests.Models;

namespace Interleaving.Tests;

/// <summary>
/// Programs that remember how often they ran, by what no execution resets (interned strings, which the grader's policy
/// refuses): nobody gets out of a search by failing once.
/// </summary>
public sealed class UnrepeatedTests
{
    private const string Count = """
        static int Executions(string key)
        {
            var n = 0;
            while (string.IsInterned(key + n) is not null)
                n++;
            string.Intern(key + n);
            return n + 1;
        }
        static void Two() => Parallel.Invoke(() => { Thread.Yield(); }, () => { Thread.Yield(); });

        """;

    [Test]
    public void A_single_failure_that_does_not_come_again_is_a_doubt_after_the_whole_search()
    {
        var exploration = Woven.ShouldFail(
            Count + """public void Run() { Two(); Check(Executions("once") != 3); }""",
            FailureKind.Nondeterminism, new ExplorationOptions { Schedules = 12 });

        exploration.Unrepeated.ShouldBe([FailureKind.Assertion]);
        exploration.Message.ShouldContain("the second without a failure");
        exploration.Schedules.ShouldBeGreaterThan(3);
    }

    [Test]
    public void Failures_that_never_come_again_are_all_counted()
    {
        var exploration = Woven.ShouldFail(
            Count + """public void Run() { Two(); Check(Executions("odd") % 2 == 0); }""",
            FailureKind.Nondeterminism, new ExplorationOptions { Schedules = 5 });

        exploration.Unrepeated.Count.ShouldBe(exploration.Schedules);
        exploration.Unrepeated.ShouldAllBe(kind => kind == FailureKind.Assertion);
    }

    [Test]
    public void A_failure_of_another_kind_counts_as_the_second()
    {
        var exploration = Woven.ShouldFail(
            Count + """public void Run() { Two(); var n = Executions("kinds"); Check(n != 1); if (n == 2) new SemaphoreSlim(0).Wait(); }""",
            FailureKind.Nondeterminism, new ExplorationOptions { Schedules = 3 });

        exploration.Unrepeated.ShouldBe([FailureKind.Assertion, FailureKind.Deadlock]);
    }

    [Test]
    public void Whoever_fails_twice_and_then_behaves_has_not_passed()
    {
        var exploration = Woven.ShouldFail(
            Count + """public void Run() { Two(); Check(Executions("twice") > 2); }""",
            FailureKind.Nondeterminism, new ExplorationOptions { Schedules = 3 });

        exploration.Unrepeated.ShouldBe([FailureKind.Assertion, FailureKind.Assertion]);
        exploration.Message.ShouldContain("remembered from one run to the next");
    }

    [Test]
    public void A_doubt_does_not_hide_a_failure_that_can_be_repeated() =>
        Woven.ShouldFail(
            Count + """
            int total;
            public void Run() { Check(Executions("both") != 1); Parallel.Invoke(() => total++, () => total++); Check(total == 2); }
            """,
            FailureKind.DataRace, new ExplorationOptions { Schedules = 20 }).Unrepeated.ShouldBeEmpty();
}
