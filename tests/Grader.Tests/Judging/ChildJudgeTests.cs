using Judge;

namespace Grader.Tests.Judging;

[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class ChildJudgeTests
{
    [Test]
    public async Task A_suite_that_passes_is_accepted_criterion_by_criterion()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")] public void One() => 1.ShouldBe(1);
            [Test, Category("a")] public void Two() => 1.ShouldBe(1);
            [Test, Category("b")] public void Three() => 1.ShouldBe(1);
            """);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage + judgement.Errors);
        judgement.Criteria.Select(criterion => (criterion.Id, criterion.Verdict))
            .ShouldBe([("a", Verdict.Accepted), ("b", Verdict.Accepted)], ignoreOrder: true);
    }

    [Test]
    public async Task A_failed_assertion_is_a_wrong_answer_in_its_own_words()
    {
        var judgement = await TinySuite.JudgeAsync(
            """
            [Test, Category("a")] public void One() => throw new ShouldAssertException("A deposit was lost.");
            [Test, Category("b")] public void Two() => 1.ShouldBe(1);
            """);

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        judgement.Of("a").Verdict.ShouldBe(Verdict.WrongAnswer);
        judgement.Of("a").Message.ShouldContain("A deposit was lost.");
        judgement.Of("b").Verdict.ShouldBe(Verdict.Accepted);
    }

    [Test]
    public async Task A_test_can_say_what_its_failure_means()
    {
        var judgement = await TinySuite.JudgeAsync(
            """[Test, Category("a"), Property("verdict", "NotParallel")] public void One() => 1.ShouldBe(2);""");

        judgement.Of("a").Verdict.ShouldBe(Verdict.NotParallel);
    }

    [Test]
    public async Task Only_the_criteria_that_are_asked_for_run()
    {
        var judgement = await TinySuite.JudgeAsync(
            TinySuite.Request(
                """
                [Test, Category("a")] public void One() => Environment.Exit(0);
                [Test, Category("b")] public void Two() => 1.ShouldBe(1);
                """) with
            { Criteria = ["b"] });

        judgement.Ending.ShouldBe(Verdict.Accepted, judgement.EndingMessage);
        judgement.Criteria.Select(criterion => criterion.Id).ShouldBe(["b"]);
    }

    [Test]
    public async Task The_seed_reaches_the_suite()
    {
        var judgement = await TinySuite.JudgeAsync(
            TinySuite.Request(
                """
                [Test, Category("a")]
                public void One()
                {
                    TestContext.Parameters.Get("seed", 0).ShouldBe(77);
                    NUnit.Framework.Internal.Randomizer.InitialSeed.ShouldBe(77);
                }
                """) with
            { Exploration = new(10, 77) });

        judgement.Of("a").Verdict.ShouldBe(Verdict.Accepted, judgement.Of("a").Message);
    }

    [Test]
    public async Task A_test_without_a_criterion_is_the_graders_own_fault()
    {
        var judgement = await TinySuite.JudgeAsync("[Test] public void One() => 1.ShouldBe(1);");

        judgement.Ending.ShouldBe(Verdict.JudgeError);
        judgement.Of("a").Verdict.ShouldBe(Verdict.JudgeError);
    }

    [Test]
    public async Task A_suite_that_does_not_load_with_the_submission_says_so([Values] bool reveal)
    {
        var lacking = TinySuite.Compile("public interface IContract { void Added(); }", "Submission");
        var judgement = await TinySuite.JudgeAsync(
            TinySuite.Request("""[Test, Category("a")] public void One() => 1.ShouldBe(1);""") with
            {
                Suite = "Other.Suite",
                Reveal = reveal,
                Woven = TinySuite.Weave(lacking, SuiteAgainst("public interface IContract { }")),
            });

        judgement.Ending.ShouldBe(Verdict.CompileError);
        if (reveal)
            judgement.EndingMessage.ShouldContain("Added");
        else
            judgement.EndingMessage.ShouldBe(
                "The submission does not fit its contract: one of its types does not load together with the hidden tests. "
                + "Keep each type of the stub what it is there: a class, a record, a struct or an interface.");

        static Judge.Protocol.AssemblyImage SuiteAgainst(string contract) =>
            TinySuite.Compile(
                """
                public class Fake : IContract { }
                [TestFixture] public class Tests { [Test, Category("a")] public void One() => new Fake().ToString(); }
                """,
                "Other.Suite",
                TinySuite.Compile(contract, "Submission"));
    }
}
