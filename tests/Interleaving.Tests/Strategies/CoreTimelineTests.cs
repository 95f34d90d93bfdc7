using System.Globalization;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

/// <summary>Who held which simulated core from when to when.</summary>
[TestFixture]
internal sealed class CoreTimelineTests
{
    [Test]
    public void Each_core_has_its_operations_and_between_them_it_is_idle() => Told(Run(2, main =>
    {
        main.Work += 5;
        Scenario.Together(Works(20), Works(10))(main);
        main.Work += 7;
    })).ShouldBe(
        """
        0 main 0..5 worked 5
        0 Task.Run #2 5..15 worked 10
        0 main 25..32 worked 7
        1 Task.Run #1 5..25 worked 20

        """);

    [Test]
    public void Slices_of_one_operation_are_one_use() => Told(Run(1, main => Works(5_000)(main))).ShouldBe("0 main 0..5000 worked 5000\n");

    [Test]
    public void Thousands_of_operations_are_joined_and_none_of_their_work_is_lost()
    {
        var uses = Run(4, Scenario.Together([.. Enumerable.Repeat(Works(3), 4_000)]));
        uses.Count.ShouldBeLessThanOrEqualTo(CoreTimeline.MostUses);
        uses.Sum(use => use.Work).ShouldBe(12_000);
        uses.Sum(use => use.Operations).ShouldBe(4_000);
    }

    [Test]
    public void A_long_gap_between_thousands_of_operations_stays()
    {
        var many = Scenario.Together([.. Enumerable.Repeat(Works(3), 2_000)]);
        var second = Run(2, main =>
        {
            many(main);
            Works(3_000)(main);
            many(main);
        }).Where(use => use.Core == 1).ToList();
        second.Zip(second.Skip(1), (one, next) => next.From - one.To).Max().ShouldBeInRange(3_000, 3_010);
    }

    private static IReadOnlyList<CoreUse> Run(int cores, Action<Operation> program)
    {
        var timeline = new CoreTimeline(cores);
        IReadOnlyList<CoreUse> uses = [];
        Scenario.Run(
            new CoresStrategy(cores) { Timeline = timeline },
            main =>
            {
                timeline.Take(0, main);
                program(main);
                uses = timeline.Uses();
            },
            limits: new ExecutionLimits(MaxSteps: int.MaxValue, MaxStreak: int.MaxValue) { Cores = cores });
        return uses;
    }

    private static string Told(IEnumerable<CoreUse> uses) => string.Concat(uses.Select(use =>
        string.Create(CultureInfo.InvariantCulture, $"{use.Core} {use.Operation} {use.From}..{use.To} worked {use.Work}\n")));

    private static Action<Operation> Works(long units) => operation =>
    {
        for (var i = 0; i < units; i++)
        {
            operation.Work++;
            operation.Execution.Yield(operation, new Step(StepKind.Sync, null, 0, -1));
        }
    };
}
