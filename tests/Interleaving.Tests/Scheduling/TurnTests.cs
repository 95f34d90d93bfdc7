using Interleaving.Instrumentation;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Tests.Scheduling;

/// <summary>Exactly one thread has the turn, from the first operation to the last.</summary>
public sealed class TurnTests
{
    private const int Executions = 3_000;

    [Test]
    public void A_turn_given_twice_is_an_error_at_once()
    {
        using var host = new Host();
        host.GiveTurn();
        Should.Throw<SemaphoreFullException>(() => host.GiveTurn());
    }

    [Test]
    public void The_explorer_goes_on_exactly_once_whoever_ends_last()
    {
        // The end of an execution is where two threads come closest: the one that gives the turn away and the one that gets it.
        // A turn lost or taken twice shows as a hang, or as an error of the host, within some hundred executions.
        var options = new ExplorationOptions { Schedules = Executions, DataRaces = false };
        foreach (var waits in (bool[])[true, false])
        {
            var exploration = Explorer.Explore(
                () =>
                {
                    var tasks = new[] { TaskModel.Run(TakeAStep), TaskModel.Run(TakeAStep) };
                    TakeAStep();
                    if (waits)
                        TaskModel.WaitAll(tasks);
                },
                options);
            exploration.Message.ShouldBe("");
        }
    }

    [Test]
    public void The_explorer_goes_on_exactly_once_when_a_failure_unwinds_all_the_others()
    {
        for (var i = 0; i < 300; i++)
        {
            var exploration = Explorer.Explore(
                () =>
                {
                    var never = new TaskCompletionSource();
                    var tasks = new[] { TaskModel.Run(() => TaskModel.Wait(TaskCompletionSourceModel.get_Task(never))), TaskModel.Run(TakeAStep) };
                    TaskModel.WaitAll(tasks);
                },
                new ExplorationOptions { Schedules = 5 });
            exploration.Failure.ShouldBe(FailureKind.Deadlock);
        }
    }

    private static void TakeAStep()
    {
        var box = new int[1];
        Hooks.Write(box, ref box[0], Hooks.Read(box, ref box[0], -1) + 1, -1);
    }
}
