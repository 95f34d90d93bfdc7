using Interleaving.Instrumentation;
using Interleaving.Models.Tasks;

namespace Interleaving.Tests.Scheduling;

public sealed class ExplorerTests
{
    private sealed class Box
    {
        public int Value;

        public void Increment()
        {
            var read = Hooks.Read(this, ref Value, -1);
            Hooks.Write(this, ref Value, read + 1, -1);
        }
    }

    [Test]
    public void A_lost_update_is_found()
    {
        var exploration = Explorer.Explore(
            () =>
            {
                var box = new Box();
                var tasks = new[] { TaskModel.Run(box.Increment), TaskModel.Run(box.Increment) };
                TaskModel.WaitAll(tasks);
                Hooks.Read(box, ref box.Value, -1).ShouldBe(2);
            },
            new ExplorationOptions { DataRaces = false });
        exploration.Failure.ShouldBe(FailureKind.Assertion);
        exploration.Schedule.ShouldNotBe("-");
    }

    [Test]
    public void A_test_that_fails_twice_at_once_fails_as_whoever_awaits_it_is_told()
    {
        var exploration = Explorer.Explore(() => Task.WhenAll(
            Task.FromException(new ObjectDisposedException("pool")), Task.FromException(new FormatException())));
        exploration.Exception.ShouldBeOfType<ObjectDisposedException>();
    }

    [Test]
    public void Sequential_increments_pass()
    {
        var exploration = Explorer.Explore(() =>
        {
            var box = new Box();
            TaskModel.Wait(TaskModel.Run(box.Increment));
            TaskModel.Wait(TaskModel.Run(box.Increment));
            Hooks.Read(box, ref box.Value, -1).ShouldBe(2);
        });
        exploration.Message.ShouldBe("");
        exploration.Failure.ShouldBeNull();
    }

    [Test]
    public void Waiting_for_a_task_that_nobody_completes_is_a_deadlock()
    {
        var exploration = Explorer.Explore(() =>
            TaskModel.Wait(TaskCompletionSourceModel.get_Task(new TaskCompletionSource())));
        exploration.Failure.ShouldBe(FailureKind.Deadlock);
        exploration.Message.ShouldContain("main waits for a task to complete");
    }

    [Test]
    public void Delays_take_virtual_time_only()
    {
        var exploration = Explorer.Explore(() => TaskModel.WaitAll(
            TaskModel.Delay(TimeSpan.FromDays(1)), TaskModel.Delay(TimeSpan.FromDays(2))));
        exploration.Failure.ShouldBeNull();
    }
}
