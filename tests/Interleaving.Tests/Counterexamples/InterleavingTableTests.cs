using Interleaving.Counterexamples;
using Interleaving.Memory;
using Interleaving.Models;
using Interleaving.Naming;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.Strategies;

namespace Interleaving.Tests.Counterexamples;

[TestFixture]
internal sealed class InterleavingTableTests
{
    private readonly object captured = new();
    private readonly Account account = new();
    private readonly Account other = new();

    [Test]
    public void A_lost_update_reads_like_a_story() =>
        Approves("lost-update", "1@3:2", LostUpdate);

    [Test]
    public void The_same_execution_gives_the_same_story()
    {
        var story = Story("1@3:2", LostUpdate);
        Story("1@3:2", LostUpdate).ShouldBe(story);
        Story("1@3:2", LostUpdate)!.ToTable().ShouldBe(story!.ToTable());
        Story("-", LostUpdate).ShouldNotBe(story);
    }

    [TestCase("Bank.Deposit", "Deposit(50)")]
    [TestCase("the hidden test", "the hidden test")]
    public void Code_that_is_not_to_be_seen_keeps_its_arguments_to_itself(string method, string title) =>
        OperationLabels.Of(method, [50], ValueFormatter.Full).ShouldBe(title);

    [Test]
    public void A_race_marks_both_sides() =>
        Approves("race", "-", LostUpdate, new RaceDetector());

    [Test]
    public void A_deadlock_marks_those_who_wait() =>
        Approves("deadlock", "1@2:2", Scenario.Together(Transfer(account, other), Transfer(other, account)));

    [Test]
    public void Time_stands_where_it_moved() => Approves("virtual-time", "-", main =>
    {
        Scenario.Together(Sleeps(2000), Sleeps(1000), Sleeps(1500))(main);
        main.Execution.Fail(main, FailureKind.Assertion, "elapsed\n    should be\n00:00:01\n    but was\n00:00:02");
    });

    [Test]
    public void What_repeats_is_counted() => Approves("repeats", "-", Scenario.Together(
        operation =>
        {
            operation.Write(Script.WriteLine, account, 0);
            for (var i = 0; i < 12; i++)
                operation.Read(Script.ReadLine, account, 0);
        },
        operation =>
        {
            for (var i = 0; i < 7; i++)
            {
                operation.Read(Script.ReadLine, account, 0);
                operation.Write(Script.WriteLine, account, 0);
            }
        }));

    [Test]
    public void A_long_middle_is_left_out_but_not_its_switches() => Approval.ShouldBeApproved(
        Tell("1@81:2,2@50:1", Scenario.Together(Counts(100), Counts(100))),
        "long.txt");

    [Test]
    public void An_operation_whose_rows_are_all_left_out_has_no_column()
    {
        var table = Tell("-", Scenario.Together(Counts(60), Counts(5), Counts(60)));
        table.ShouldContain("Task.Run #1");
        table.ShouldContain("rows …");
        table.Split('\n')[0].ShouldNotContain("Task.Run #2");
    }

    [Test]
    public void Many_operations_stand_in_a_list_instead_of_columns() => Approval.ShouldBeApproved(
        Tell("-", Scenario.Together([.. Enumerable.Repeat<Action<Operation>>(Deposit, 9)])),
        "many-operations.txt");

    [Test]
    public void Long_texts_are_wrapped_in_their_column()
    {
        Approval.ShouldBeApproved(
            new Story(
                ["main", "Task.Run #1", "Task.Run #2", "Task.Run #3"],
                [
                    .. Enumerable.Range(1, 3).Select(i => Step(0, $"starts Task.Run #{i}")),
                    Step(0, "waits for all tasks to complete"),
                    .. Enumerable.Range(1, 3).SelectMany<int, StoryStep>(i =>
                    [
                        Step(i, $"tries for a long time to get the lock on the account of customer {i}"),
                        Step(i, $"writes balance ← \"{new string('x', 32)}…\"") with { File = "LostUpdate.cs", Line = 15 },
                        Step(i, "ends"),
                    ]),
                    Step(0, "goes on"),
                ]).ToTable(),
            "wrapped.txt");

        static StoryStep Step(int lane, string text) => new(lane, null, 0, StoryStepKind.Note, text, TimeSpan.Zero);
    }

    [Test]
    public void Elements_atomics_and_calls_are_named_as_what_they_are()
    {
        var numbers = new int[8];
        Approval.ShouldBeApproved(
            Tell("-", Scenario.Together([.. Enumerable.Repeat<Action<Operation>>(
                operation =>
                {
                    operation.Write(Script.ElementLine, numbers, 5, RawData.Offset(numbers, ref numbers[3]));
                    operation.Write(Script.CallLine, account, 1);
                    operation.Site = Script.ListLine;
                    operation.Execution.Yield(operation, new Step(StepKind.Write, numbers, -1, Script.ListLine, Plain: true));
                    operation.Execution.Recorder!.Touched(operation, Script.ListLine, write: true);
                },
                2)])),
            "named.txt");
    }

    [Test]
    public void Async_methods_on_one_thread_get_a_column_each() =>
        Approves("async", "-", main => AsyncDeposits(main, awaitedAtOnce: false));

    [Test]
    public void An_async_method_that_is_awaited_at_once_stays_in_its_callers_column() =>
        Approval.ShouldBeApproved(Tell("-", main => AsyncDeposits(main, awaitedAtOnce: true)), "async-at-once.txt");

    [Test]
    public void An_operation_that_only_runs_an_async_method_is_headed_by_it() => Approval.ShouldBeApproved(
        Tell("-", Scenario.Together([.. Enumerable.Repeat<Action<Operation>>(
            operation =>
            {
                var strand = operation.Execution.Recorder!.AsyncStarted(operation, Machines.Deposit(7));
                operation.Read(Script.ReadLine, account, 0);
                operation.Execution.Recorder.AsyncSuspended(operation, strand);
                operation.Execution.Spawn("continuation #" + operation.Id, () =>
                {
                    var current = Operation.Current!;
                    current.Execution.Recorder!.AsyncResumed(current, strand);
                    current.Write(Script.WriteLine, account, 7);
                    current.Execution.Recorder.AsyncReturned(current, strand);
                });
            },
            2)])),
        "async-operations.txt");

    [Test]
    public void A_lock_that_one_column_takes_is_told_only_where_memory_is_shared()
    {
        Tell("-", Scenario.Together(Locks(account), Locks(other))).ShouldNotContain("lock");
        Tell("-", Scenario.Together(Locks(account), Locks(account))).ShouldContain("acquires the lock on Account");
        Tell("-", Scenario.Together(
            operation =>
            {
                Locks(account)(operation);
                Deposit(operation);
            },
            Deposit)).ShouldContain("releases the lock on Account");

        static Action<Operation> Locks(object target) => operation =>
        {
            Lock(operation, target);
            operation.Execution.State(target, static on => new LockState(on)).Exit(operation);
            operation.Note(EventKind.CancelledBySchedule);
        };
    }

    [Test]
    public void What_only_a_hidden_test_touches_is_not_told()
    {
        var table = Tell("-", Scenario.Together(
            operation =>
            {
                Hides(operation);
                Deposit(operation);
            },
            operation =>
            {
                Hides(operation);
                operation.Write(Script.HiddenLine, account, 7);
            }));
        table.ShouldNotContain("lock");
        table.ShouldNotContain("← 1");
        table.ShouldContain("writes secret ← 7", Case.Sensitive, "it is the student's memory that the test wrote there");

        void Hides(Operation operation)
        {
            operation.Site = Script.HiddenLine;
            operation.Execution.State(other, static on => new LockState(on)).Enter(operation, -1);
            operation.Write(Script.HiddenLine, other, 1);
            operation.Execution.State(other, static on => new LockState(on)).Exit(operation);
        }
    }

    [Test]
    public void Many_steps_behind_a_lock_are_told_as_one_unless_somebody_comes_between()
    {
        var program = Scenario.Together(Section, Section);
        Tell("-", program).ShouldContain("… 8 steps with it …");
        Tell("1@4:2", Scenario.Together(Section, Deposit)).ShouldNotContain("steps with it");

        void Section(Operation operation)
        {
            Lock(operation, other);
            Counts(8)(operation);
            operation.Execution.State(other, static on => new LockState(on)).Exit(operation);
        }
    }

    [Test]
    public void Nothing_that_matters_draws_nothing() => Tell("-", main => main.Read(Script.ReadLine, account, 0)).ShouldBe("");

    private void LostUpdate(Operation main)
    {
        main.Site = Script.TestLine;
        main.Write(Script.CapturedLine, captured, account);
        Scenario.Together(Deposit, Deposit)(main);
        main.Read(Script.ReadLine, account, account.Balance);
        main.Execution.Fail(main, FailureKind.Assertion, "account.Balance\n    should be\n100\n    but was\n50");
    }

    private void Deposit(Operation operation)
    {
        operation.Read(Script.CapturedLine, captured, account);
        operation.Enter(50);
        operation.Site = Script.ReadLine;
        operation.Execution.Yield(operation, new Step(StepKind.Read, account, 0, Script.ReadLine, Plain: true));
        operation.Execution.Memory.Access(operation, account, 0, Script.ReadLine, write: false);
        var read = account.Balance;
        operation.Execution.Recorder!.Accessed(operation, Script.ReadLine, write: false, read);
        operation.Site = Script.WriteLine;
        operation.Execution.Yield(operation, new Step(StepKind.Write, account, 0, Script.WriteLine, Plain: true));
        operation.Execution.Memory.Access(operation, account, 0, Script.WriteLine, write: true);
        operation.Execution.Recorder.Accessed(operation, Script.WriteLine, write: true, read + 50);
        account.Balance = read + 50;
    }

    /// <summary>As two calls of an async method on one thread do it: begin both, then go on with both.</summary>
    private void AsyncDeposits(Operation main, bool awaitedAtOnce)
    {
        var recorder = main.Execution.Recorder!;
        var test = recorder.AsyncStarted(main, Machines.Test());
        var deposits = new List<int>();
        foreach (var amount in new[] { 100, 50 })
        {
            deposits.Add(recorder.AsyncStarted(main, Machines.Deposit(amount)));
            main.Read(Script.ReadLine, account, 0);
            recorder.AsyncSuspended(main, deposits[^1]);
            if (awaitedAtOnce)
                recorder.AsyncAwaited(main, deposits[^1]);
        }

        recorder.AsyncSuspended(main, test);
        foreach (var deposit in deposits)
        {
            recorder.AsyncResumed(main, deposit);
            main.Write(Script.WriteLine, account, 100);
            recorder.AsyncReturned(main, deposit);
        }

        recorder.AsyncResumed(main, test);
        main.Read(Script.ReadLine, account, 50);
        main.Execution.Fail(main, FailureKind.Assertion, "account.Balance should be 150 but was 50");
    }

    private static Action<Operation> Transfer(Account from, Account to) => operation =>
    {
        Lock(operation, from);
        Lock(operation, to);
    };

    private static void Lock(Operation operation, object target)
    {
        operation.Site = Script.LockLine;
        operation.Execution.State(target, static on => new LockState(on)).Enter(operation, -1);
    }

    private static Action<Operation> Sleeps(long milliseconds) => operation =>
    {
        operation.Site = Script.CallLine;
        operation.Execution.Block(operation, new WaitQueue(), new Wait(WaitKind.Named) { Name = $"{milliseconds} ms" }, milliseconds);
    };

    private Action<Operation> Counts(int times) => operation =>
    {
        for (var i = 0; i < times; i++)
            operation.Write(Script.WriteLine, account, ++account.Balance);
    };

    /// <summary>The story and its drawing, so that one cannot change without the other.</summary>
    private void Approves(string name, string schedule, Action<Operation> program, RaceDetector? races = null)
    {
        var story = Story(schedule, program, races).ShouldNotBeNull();
        story.ToTable().ShouldBeApproved(name + ".txt");
        StoryText.Of(story).ShouldBeApproved($"story-{name}.txt");
    }

    private string Tell(string schedule, Action<Operation> program, RaceDetector? races = null) =>
        Story(schedule, program, races)?.ToTable() ?? "";

    private Story? Story(string schedule, Action<Operation> program, RaceDetector? races = null)
    {
        Script.Prepare();
        account.Balance = 0;
        var recorder = new Recorder();
        Scenario.Run(new ReplayStrategy(Schedule.Parse(schedule)), program, recorder, races);
        return StoryBuilder.Of(recorder);
    }
}
