using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

[TestFixture]
internal sealed class ReplayStrategyTests
{
    [Test]
    public void Every_random_interleaving_can_be_replayed_from_its_string()
    {
        var recording = new RecordingStrategy(new RandomWalkStrategy(7));
        for (var i = 0; i < 200; i++)
        {
            var original = RunOnce(recording);
            var schedule = recording.Schedule.ToString();
            var replay = new ReplayStrategy(Schedule.Parse(schedule));
            var again = new RecordingStrategy(replay);
            RunOnce(again).ShouldBe(original);
            again.Schedule.ToString().ShouldBe(schedule);
            replay.Unfollowed.ShouldBe(0);
        }
    }

    [Test]
    public void The_default_schedule_has_no_deviations()
    {
        var recording = new RecordingStrategy(new DefaultStrategy());
        RunOnce(recording).ShouldBe("a1 a2 a3 b1 b2 b3 c1 c2 c3");
        recording.Schedule.ToString().ShouldBe("-");
    }

    [Test]
    public void A_deviation_hands_over_at_the_place_it_names() =>
        RunOnce(new ReplayStrategy(Schedule.Parse("1@1:3,3@1:2"))).ShouldBe("a1 c1 b1 b2 b3 c2 c3 a2 a3");

    [Test]
    public void A_target_that_cannot_run_is_passed_over()
    {
        var replay = new ReplayStrategy(Schedule.Parse("1@1:9"));
        RunOnce(replay).ShouldBe("a1 a2 a3 b1 b2 b3 c1 c2 c3");
        replay.Unfollowed.ShouldBe(1);
    }

    [Test]
    public void The_same_seed_gives_the_same_schedules()
    {
        Schedules(3).ShouldBe(Schedules(3));
        Schedules(3).ShouldNotBe(Schedules(4));
    }

    private static List<string> Schedules(int seed)
    {
        var recording = new RecordingStrategy(new RandomWalkStrategy(seed));
        return [.. Enumerable.Range(0, 20).Select(_ =>
        {
            RunOnce(recording);
            return recording.Schedule.ToString();
        })];
    }

    private static string RunOnce(IStrategy strategy) => Scenario.Explore(
        strategy,
        trace => Scenario.Together(
            Scenario.Steps(trace, "a", 3), Scenario.Steps(trace, "b", 3), Scenario.Steps(trace, "c", 3)),
        budget: 1)[0];
}
