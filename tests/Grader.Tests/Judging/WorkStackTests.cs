using System.Globalization;
using Interleaving.Scheduling;
using Judge.Protocol;

namespace Grader.Tests.Judging;

/// <summary>Under which calls work was done: counted, so that it can be told exactly.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class WorkStackTests
{
    private const string Nested =
        """
        [Test, Category("a")]
        public void One() => Cores.Run(2, () =>
        {
            Outer(3_000);
            Parallel.For(0, 4, part => Outer(1_000 * (part + 1)));
            Task.Run(() => { Outer(4_000); Local(2_000); }).Wait();
            Later().Wait();

            static void Local(int rounds) { for (var i = 0; i < rounds; i++) { } }
        });

        static void Outer(int rounds) => Inner(rounds);
        static void Inner(int rounds) { for (var i = 0; i < rounds; i++) Leaf(); }
        static void Leaf() { }
        static async Task Later() { await Task.Yield(); Outer(2_000); }
        """;

    [Test]
    public async Task Work_stands_under_the_calls_that_did_it()
    {
        var sample = await SampleAsync(Nested);
        Told(sample).ShouldBeApproved("work-stacks.txt");

        // What is left at the end is less than a period; a round and its call of Leaf are two units.
        sample.Stacks.Sum(stack => stack.Work).ShouldBeInRange(sample.Work * 9 / 10, sample.Work);
    }

    [Test]
    public async Task The_same_program_has_the_same_stacks_however_warm_its_code_is()
    {
        var told = Told(await SampleAsync(Nested));
        var again = Nested.Replace("Cores.Run(2, () =>", "Warm(() =>", StringComparison.Ordinal)
            + "\nstatic void Warm(Action body) { for (var i = 0; i < 60; i++) body(); Cores.Run(2, body); }";
        var warm = await SampleAsync(again);
        Told(warm).Replace("Tests.Warm > ", "", StringComparison.Ordinal).ShouldBe(told);
    }

    [Test]
    public async Task A_task_for_each_item_is_seen_as_a_whole()
    {
        var sample = await SampleAsync(
            """
            [Test, Category("a")]
            public void One() => Cores.Run(2, () => Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => Task.Run(Item))).Wait());
            static void Item() { for (var i = 0; i < 10; i++) { } }
            """);
        sample.Stacks.Where(stack => stack.Stack[^1] == "Tests.Item").Sum(stack => stack.Work).ShouldBeGreaterThan(20_000);
    }

    [Test]
    public async Task Deep_recursion_and_many_stacks_are_cut()
    {
        var sample = await SampleAsync(
            """
            [Test, Category("a")]
            public void One() => Cores.Run(2, () => { Deep(2_000); Self(50); });
            static void Deep(int more) { for (var i = 0; i < 50; i++) { } if (more > 0) Deeper(more - 1); }
            static void Deeper(int more) => Deep(more);
            static void Self(int more) { for (var i = 0; i < 50; i++) { } if (more > 0) Self(more - 1); }
            """);
        sample.Stacks.Count.ShouldBeLessThanOrEqualTo(200);
        sample.Stacks.ShouldAllBe(stack => stack.Stack.Count <= 32);
        sample.Stacks.ShouldContain(stack => stack.Stack.Contains("…"));
        sample.Stacks.Where(stack => stack.Stack[^1] == "Tests.Self").ShouldHaveSingleItem();
    }

    private static async Task<ParallelismSample> SampleAsync(string members)
    {
        var judgement = await TinySuite.JudgeAsync(members);
        judgement.Of("a").Verdict.ShouldBe(global::Judge.Verdict.Accepted, judgement.Of("a").Message);
        return judgement.Parallelism.ShouldHaveSingleItem();
    }

    private static string Told(ParallelismSample sample) => string.Concat(sample.Stacks.Select(Line));

    private static string Line(WorkStack stack) => string.Create(CultureInfo.InvariantCulture, $"{stack.Work,6} {string.Join(" > ", stack.Stack)}\n");
}
