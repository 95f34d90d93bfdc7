using Interleaving.Models;
using Interleaving.Scheduling;

namespace Interleaving.Tests;

[TestFixture]
internal sealed class CoresTests
{
    [TestCase(1, 400)]
    [TestCase(2, 200)]
    [TestCase(3, 200)]
    [TestCase(4, 100)]
    [TestCase(8, 100)]
    public void Four_equal_parts_take_as_long_as_the_cores_allow(int cores, long makespan)
    {
        var profile = Cores.Run(cores, () => Scenario.Together(Works(100), Works(100), Works(100), Works(100))(Me));
        profile.Work.ShouldBe(400);
        profile.Makespan.ShouldBe(makespan);
        profile.Parallelism.ShouldBe(400.0 / makespan);
        profile.Spawned.ShouldBe(4);
        profile.Transfers.ShouldBe(0);
    }

    [Test]
    public void The_largest_part_bounds_the_makespan() =>
        Cores.Run(4, () => Scenario.Together(Works(10), Works(10), Works(10), Works(70))(Me)).Makespan.ShouldBe(70);

    [Test]
    public void First_ready_is_first_served() =>
        Cores.Run(2, () => Scenario.Together(Works(30), Works(10), Works(10), Works(10), Works(10))(Me)).Makespan.ShouldBe(40);

    [Test]
    public void What_comes_before_and_after_adds_up()
    {
        var profile = Cores.Run(2, () =>
        {
            Me.Work += 5;
            Scenario.Together(Works(20), Works(20))(Me);
            Me.Work += 7;
        });
        profile.Makespan.ShouldBe(32);
        profile.Work.ShouldBe(52);
    }

    [Test]
    public void One_thing_after_another_is_not_parallel()
    {
        var profile = Cores.Run(4, () =>
        {
            for (var i = 0; i < 3; i++)
                Scenario.Together(Works(10))(Me);
        });
        profile.Makespan.ShouldBe(30);
        profile.Parallelism.ShouldBe(1);
    }

    [Test]
    public void A_lock_around_all_the_work_makes_it_sequential_and_moves_with_each_turn()
    {
        var gate = new object();
        var profile = Cores.Run(4, () => Scenario.Together(Locked(gate), Locked(gate), Locked(gate))(Me));
        profile.Work.ShouldBe(30);
        profile.Makespan.ShouldBe(30);
        profile.Transfers.ShouldBe(2);
    }

    [Test]
    public void Plain_accesses_switch_nobody_but_are_counted_whenever_a_line_moves()
    {
        var shared = new object();
        var profile = Cores.Run(2, () => Scenario.Together(Writes(shared, 0), Writes(shared, 8), Writes(shared, 64))(Me));
        profile.Transfers.ShouldBe(39); // A, B, A, B, …: twenty writes each, and each finds the line with the other
        profile.Makespan.ShouldBe(40);
    }

    [Test]
    public void Writes_one_after_another_move_the_line_once()
    {
        var shared = new object();
        Cores.Run(1, () => Scenario.Together(Writes(shared, 0), Writes(shared, 8))(Me)).Transfers.ShouldBe(1);
    }

    [Test]
    public void Lines_of_their_own_never_move()
    {
        var shared = new object();
        Cores.Run(2, () => Scenario.Together(Writes(shared, 0), Writes(shared, 64))(Me)).Transfers.ShouldBe(0);
    }

    [Test]
    public void What_one_writes_once_and_both_then_read_moves_once()
    {
        var shared = new object();
        var profile = Cores.Run(2, () => Scenario.Together(
            writer =>
            {
                Accesses(shared, 0, write: true, times: 1)(writer);
                Accesses(shared, 0, write: false)(writer);
            },
            Accesses(shared, 8, write: false))(Me));
        profile.Transfers.ShouldBe(1);
    }

    [Test]
    public void Nobody_sees_a_task_end_before_the_time_at_which_it_does() => Program.Accepts("""
        var profile = Interleaving.Cores.Run(2, () =>
        {
            Task[] tasks = [Task.Run(Work), Task.Run(Work)];
            Task.WaitAll(tasks);
        });
        Check.That(profile.Parallelism > 1.9, "parallelism " + profile.Parallelism);
        """, "static void Work() { for (var i = 0; i < 1000; i++) { } }");

    [Test]
    public void A_spinning_operation_does_not_starve_the_one_it_waits_for()
    {
        var done = false;
        var profile = Cores.Run(1, () => Scenario.Together(
            spinner =>
            {
                while (!done)
                {
                    spinner.Work++;
                    spinner.Execution.Yield(spinner, new Step(StepKind.Pause, null, 0, -1));
                }
            },
            worker =>
            {
                worker.Work += 10;
                done = true;
            })(Me));
        profile.Makespan.ShouldBe(11);
    }

    [Test]
    public void Thousands_of_operations_are_scheduled_like_a_few()
    {
        var profile = Cores.Run(4, () => Scenario.Together([.. Enumerable.Repeat(Works(3), 4_000)])(Me));
        profile.Work.ShouldBe(12_000);
        profile.Makespan.ShouldBe(3_000);
        profile.Spawned.ShouldBe(4_000);
    }

    [Test]
    public void An_exception_of_the_body_comes_out_as_it_was() =>
        Should.Throw<DivideByZeroException>(() => Cores.Run(2, () => throw new DivideByZeroException()));

    [Test]
    public void A_deadlock_is_said_to_be_one() =>
        Should.Throw<InvalidOperationException>(() => Cores.Run(2, () => Me.Execution.Block(Me, new WaitQueue(), new Wait(WaitKind.Task))))
            .Message.ShouldStartWith("Deadlock");

    [Test]
    public void No_machine_has_no_core() => Should.Throw<ArgumentOutOfRangeException>(() => Cores.Run(0, () => { }));

    [Test]
    public void Inside_another_execution_it_counts_the_same_and_leaves_that_one_alone()
    {
        ParallelProfile? profile = null;
        var outer = Scenario.Run(new Interleaving.Strategies.DefaultStrategy(), main =>
        {
            profile = Cores.Run(2, () => Scenario.Together(Works(10), Works(10))(Me));
            Operation.Current.ShouldBeSameAs(main);
        });
        outer.Failure.ShouldBeNull();
        profile.ShouldBe(new ParallelProfile(20, 10, 2, 0));
    }

    private static Operation Me => Operation.Current!;

    private static Action<Operation> Works(long units) => operation =>
    {
        for (var i = 0; i < units; i++)
        {
            operation.Work++;
            if (i % 7 == 0)
                operation.Execution.Yield(operation, new Step(StepKind.Sync, null, 0, -1));
        }
    };

    private static Action<Operation> Locked(object gate) => operation =>
    {
        var state = operation.Execution.State(gate, static target => new LockState(target));
        state.Enter(operation, -1);
        operation.Work += 10;
        state.Exit(operation);
    };

    private static Action<Operation> Writes(object shared, nint offset) => Accesses(shared, offset, write: true);

    private static Action<Operation> Accesses(object shared, nint offset, bool write, int times = 20) => operation =>
    {
        for (var i = 0; i < times; i++)
        {
            operation.Work++;
            operation.Execution.Yield(operation, new Step(write ? StepKind.Write : StepKind.Read, shared, offset, -1, Plain: true));
            operation.Execution.Memory.Access(operation, shared, offset, -1, write);
        }
    };
}
