using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

/// <summary>What the bounded search leaves out makes no difference: not even to what needs how many preemptions.</summary>
[TestFixture]
internal sealed class BoundedSearchReductionTests
{
    [Test]
    public void No_preemption_before_a_wait_loses_nothing_within_the_same_bound([Range(0, 3)] int bound)
    {
        var all = Explore(bound, tellsWaits: false);
        var some = Explore(bound, tellsWaits: true);
        some.Distinct().ShouldBe(all.Distinct(), ignoreOrder: true);

        // To come to a taken lock needs a preemption, so that there is none left to be saved within one.
        if (bound > 1)
            some.Count.ShouldBeLessThan(all.Count);
    }

    private static List<string> Explore(int bound, bool tellsWaits)
    {
        return Scenario.Explore(new BoundedSearchStrategy(checksRaces: false, bound), trace =>
        {
            var free = new WaitQueue();
            free.Set(true);
            return Scenario.Together(Twice("a"), Twice("b"), Once("c"));

            Action<Operation> Twice(string name) => operation =>
            {
                Once(name)(operation);
                Once(name)(operation);
            };

            Action<Operation> Once(string name) => operation =>
            {
                Arrive(operation, waits: tellsWaits && !free.IsOpen);
                operation.Execution.Block(operation, free, new Wait(WaitKind.SpinLock));
                free.Set(false);
                trace.Add($"{name} in");
                Arrive(operation, waits: false);
                free.Set(true);
                trace.Add($"{name} out");
                Arrive(operation, waits: false);
                trace.Add($"{name} beside");
            };

            void Arrive(Operation operation, bool waits) =>
                operation.Execution.Yield(operation, new Step(StepKind.Sync, free, 0, -1, Waits: waits));
        });
    }
}
