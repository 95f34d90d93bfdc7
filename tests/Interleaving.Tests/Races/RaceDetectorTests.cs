using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.SourceMap;
using Interleaving.Strategies;

namespace Interleaving.Tests.Races;

[TestFixture]
internal sealed class RaceDetectorTests
{
    private readonly object account = new();

    [Test]
    public void Two_writes_that_nothing_orders_race_and_both_sides_are_named()
    {
        var race = Races((1, 'w', 10), (2, 'w', 20));
        Sides(race).ShouldBe((("op 1", 10, true), ("op 2", 20, true)));
    }

    [Test]
    public void A_read_after_an_unordered_write_races() =>
        Sides(Races((1, 'w', 10), (2, 'r', 20))).ShouldBe((("op 1", 10, true), ("op 2", 20, false)));

    [Test]
    public void A_write_after_an_unordered_read_races() =>
        Sides(Races((1, 'r', 10), (2, 'w', 20))).ShouldBe((("op 1", 10, false), ("op 2", 20, true)));

    [Test]
    public void Reads_alone_never_race() => Races((1, 'r', 1), (2, 'r', 2), (3, 'r', 3), (1, 'r', 4)).ShouldBeNull();

    [Test]
    public void One_operation_does_not_race_with_itself() => Races((1, 'w', 1), (1, 'r', 2), (1, 'w', 3)).ShouldBeNull();

    [Test]
    public void Each_of_several_shared_reads_is_remembered()
    {
        Races((1, 'r', 1), (2, 'r', 2), (3, 'r', 3), (3, 'w', 4))!.First.Operation.Name.ShouldBe("op 1");
        Races((3, 'r', 1), (2, 'r', 2), (3, 'w', 4))!.First.Operation.Name.ShouldBe("op 2");
    }

    [Test]
    public void A_release_and_an_acquire_order_what_is_around_them() =>
        Races((1, 'w', 1), (1, 'R', 0), (2, 'A', 0), (2, 'w', 2), (2, 'R', 0), (3, 'A', 0), (3, 'r', 3)).ShouldBeNull();

    [Test]
    public void What_comes_after_the_release_is_not_ordered() =>
        Races((1, 'R', 0), (1, 'w', 1), (2, 'A', 0), (2, 'r', 2))!.First.Site.ShouldBe(1);

    [Test]
    public void An_acquire_without_a_release_before_it_orders_nothing() =>
        Races((2, 'A', 0), (1, 'w', 1), (1, 'R', 0), (2, 'r', 2)).ShouldNotBeNull();

    [Test]
    public void An_ordered_write_forgets_the_reads_before_it_but_not_their_order()
    {
        // Both reads happen before the write of 3, which happens before the read of 1.
        Races(
            (1, 'r', 1), (2, 'r', 2), (1, 'R', 0), (2, 'R', 0), (3, 'A', 0), (3, 'w', 3), (3, 'R', 0), (1, 'A', 0), (1, 'w', 4))
            .ShouldBeNull();
        Sides(Races((1, 'r', 1), (2, 'r', 2), (1, 'R', 0), (2, 'R', 0), (3, 'A', 0), (3, 'w', 3), (1, 'r', 4)))
            .First.ShouldBe(("op 3", 3, true));
    }

    [Test]
    public void The_same_moment_accessed_twice_is_still_checked_against_others()
    {
        Races((1, 'r', 1), (1, 'r', 2), (2, 'w', 3)).ShouldNotBeNull();
        Races((1, 'w', 1), (1, 'w', 2), (2, 'r', 3)).ShouldNotBeNull();
        Races((1, 'r', 1), (2, 'r', 2), (1, 'r', 3), (2, 'w', 4)).ShouldNotBeNull();
    }

    [Test]
    public void Other_offsets_and_other_objects_are_other_locations()
    {
        var detector = new RaceDetector();
        var operations = Operations(2);
        detector.Check(operations[1], account, 0, 1, true).ShouldBeNull();
        detector.Check(operations[2], account, 8, 2, true).ShouldBeNull();
        detector.Check(operations[2], new object(), 0, 3, true).ShouldBeNull();
        detector.Check(operations[2], account, Step.WholeObject, 4, true).ShouldBeNull();
        detector.Check(operations[2], account, 0, 5, false).ShouldNotBeNull();
    }

    [Test]
    public void Ten_thousand_locations_are_told_apart_and_forgotten_on_demand()
    {
        var detector = new RaceDetector();
        var operations = Operations(2);
        var owners = Enumerable.Range(0, 100).Select(_ => new object()).ToArray();
        for (var i = 0; i < 10_000; i++)
            detector.Check(operations[1], owners[i % 100], i / 100 * 4, i, true).ShouldBeNull();
        for (var i = 0; i < 10_000; i++)
            detector.Check(operations[2], owners[i % 100], i / 100 * 4, i, false)!.First.Site.ShouldBe(i);
        detector.Clear();
        detector.Check(operations[2], owners[0], 0, 0, true).ShouldBeNull();
    }

    [Test]
    public void A_parent_is_ordered_before_its_child_but_not_after_it_started_it()
    {
        Race? early = null, late = null;
        Scenario.Run(new DefaultStrategy(), main =>
        {
            var detector = new RaceDetector();
            detector.Check(main, account, 0, 1, true);
            detector.Check(main, account, 8, 2, true);
            Scenario.Together(child => early = detector.Check(child, account, 0, 3, true))(main);
            late = detector.Check(main, account, 0, 4, true);
        });
        early.ShouldBeNull();
        late.ShouldNotBeNull();
    }

    [Test]
    public void A_race_is_noted_with_both_sides()
    {
        var execution = Scenario.Run(
            new DefaultStrategy(),
            Scenario.Together(Deposit, Deposit),
            races: new RaceDetector());
        execution.Memory.Race!.Kind.ShouldBe(FailureKind.DataRace);
        execution.Memory.Race.Message.ShouldContain("Task.Run #1");
        execution.Memory.Race.Message.ShouldContain("Task.Run #2");
    }

    private static ((string, int, bool) First, (string, int, bool) Second) Sides(Race? race)
    {
        race.ShouldNotBeNull();
        return (Side(race.First), Side(race.Second));

        static (string, int, bool) Side(RacingAccess access) => (access.Operation.Name, access.Site, access.Write);
    }

    private void Deposit(Operation operation) => operation.Execution.Memory.Access(operation, account, 0, -1, write: true);

    /// <summary>Accesses to one location and acts on one lock (R release, A acquire), by operation and site, in order.</summary>
    private Race? Races(params (int Operation, char Act, int Site)[] acts)
    {
        var operations = Operations(3);
        var detector = new RaceDetector();
        var lockState = new SyncState();
        Race? race = null;
        foreach (var (id, act, site) in acts)
        {
            if (act == 'R')
                lockState.Release(operations[id]);
            else if (act == 'A')
                lockState.Acquire(operations[id]);
            else
                race ??= detector.Check(operations[id], account, 0, site, act == 'w');
        }

        return race;
    }

    private static IReadOnlyList<Operation> Operations(int count) => Scenario.Run(new DefaultStrategy(), main =>
    {
        for (var i = 1; i <= count; i++)
            main.Execution.Spawn($"op {i}", () => { });
    }).Operations;
}
