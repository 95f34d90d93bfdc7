using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

[TestFixture]
public sealed class RunUntilCompleteTests
{
    private const string Criterion = "run-until-complete";

    /// <summary>Where main is when it fails.</summary>
    public enum Phase
    {
        /// <summary>Before its first wait.</summary>
        AtOnce,

        /// <summary>After a wait, on the loop.</summary>
        Later,

        /// <summary>On another thread.</summary>
        Elsewhere,
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void The_very_exception_of_main_comes_out([Values] Phase phase)
    {
        var failure = new IOException("no such document");
        var told = 0;
        var loop = new EventLoop(failed: (_, _) => told++);

        var seen = Ways.Thrown(() => loop.Run(Failing(phase, failure)));

        Claim.That(ReferenceEquals(seen, failure), Wording.MainsFailure);
        Claim.That(told == 0, Wording.MainIsNoCallback);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_cancellation_of_main_comes_out()
    {
        using var source = new CancellationTokenSource();
        var loop = new EventLoop();

        var seen = Ways.Thrown(() => loop.Run(async () =>
        {
            await Task.Yield();
            await source.CancelAsync();
            source.Token.ThrowIfCancellationRequested();
        }));

        Claim.That(seen is OperationCanceledException cancelled && cancelled.CancellationToken == source.Token, Wording.MainsFailure);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void The_former_context_is_back_after_a_run([Values] bool hadOne, [Values(null, Phase.AtOnce, Phase.Later)] Phase? failing)
    {
        var former = hadOne ? new SynchronizationContext() : null;
        var loop = new EventLoop();
        SynchronizationContext? inside = null, after;
        SynchronizationContext.SetSynchronizationContext(former);
        try
        {
            Ways.Thrown(() => loop.Run(() =>
            {
                inside = SynchronizationContext.Current;
                return failing is { } phase ? Failing(phase, new IOException())() : Task.CompletedTask;
            }));
            after = SynchronizationContext.Current;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }

        Claim.That(ReferenceEquals(inside, loop), Wording.ContextInside);
        Claim.That(ReferenceEquals(after, former), Wording.ContextAfter);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_call_from_another_thread_wakes_a_sleeping_loop([Values] bool post)
    {
        var journal = new Journal();
        var after = Ways.Milliseconds(Inputs.Draw().Next(10, 60));
        var loop = new EventLoop();

        loop.RunUntil(end => Ways.Started(() =>
        {
            Thread.Sleep(after);
            if (post)
                loop.Post(_ => end(), null);
            else
                loop.CallSoon("wake", end);
        }));

        Claim.That(journal.Now == after, Wording.Asleep);
    }

    /// <summary>The call comes before, after, or in the very moment in which the loop finds that it has nothing to do.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_call_that_meets_a_loop_about_to_sleep_is_not_lost()
    {
        var loop = new EventLoop();
        Thread? poster = null;

        loop.RunUntil(end => poster = Ways.Started(() => loop.CallSoon("wake", end)));

        poster?.Join();
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_main_that_ends_elsewhere_wakes_a_sleeping_loop([Values] bool atOnce)
    {
        var journal = new Journal();
        var after = atOnce ? TimeSpan.Zero : Ways.Milliseconds(Inputs.Draw().Next(10, 60));

        new EventLoop().Run(() => Task.Run(() => Thread.Sleep(after)));

        Claim.That(journal.Now == after, Wording.EndUnheard);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Run_waits_for_main_though_there_is_nothing_to_do()
    {
        var ended = false;

        new EventLoop().Run(async () =>
        {
            await Task.Delay(Ways.Milliseconds(Inputs.Draw().Next(10, 60)));
            ended = true;
        });

        Claim.That(ended, Wording.TooEarly);
    }

    [Test, Interleaved, Category(Criterion)]
    public void What_is_called_between_two_runs_waits_for_the_next()
    {
        var journal = new Journal();
        var loop = new EventLoop();
        loop.CallSoon("before", () => journal.Note("before"));
        Thread.Sleep(5);
        Claim.That(journal.Order is [], Wording.NotRunning);

        loop.RunWhatIsThere();
        Claim.That(journal.Order is ["before"], Wording.Between);

        loop.Post(_ => journal.Note("between"), null);
        Thread.Sleep(5);
        Claim.That(journal.Order is ["before"], Wording.NotRunning);

        var second = 0;
        var thread = 0;
        loop.CallSoon("asks for the thread", () => thread = Environment.CurrentManagedThreadId);
        Ways.Started(() =>
        {
            second = Environment.CurrentManagedThreadId;
            loop.RunWhatIsThere();
        }).Join();
        Claim.That(journal.Order is ["before", "between"], Wording.Between);
        Claim.That(thread == second, Wording.Thread);
    }

    /// <summary>Whether it still runs, or waits for the next run, is the loop's; that it runs once is not.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void What_main_leaves_in_the_queue_is_not_lost([Values] bool fails)
    {
        var journal = new Journal();
        var loop = new EventLoop();

        Ways.Thrown(() => loop.Run(() =>
        {
            loop.CallSoon("1", () => journal.Note("1"));
            loop.CallSoon("2", () => journal.Note("2"));
            return fails ? throw new IOException() : Task.CompletedTask;
        }));
        loop.RunWhatIsThere();

        Claim.That(journal.Order is ["1", "2"], Wording.Between);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Run_does_not_wait_for_a_queue_that_is_never_empty()
    {
        const int Most = 40;
        var rounds = 0;
        var loop = new EventLoop();
        var main = Ways.Milliseconds(Inputs.Draw().Next(2, 6) * 10) + TimeSpan.FromMilliseconds(5);

        loop.Run(() =>
        {
            Again();
            return Task.Delay(main);
        });

        Claim.That(rounds < Most, Wording.NeverEnds);

        void Again()
        {
            Thread.Sleep(10);
            if (++rounds < Most)
                loop.CallSoon("again", Again);
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void Each_of_three_runs_has_its_own_main()
    {
        var failure = new IOException("the second");
        var loop = new EventLoop();
        var journal = new Journal();

        loop.Run(() => Task.CompletedTask);
        var seen = Ways.Thrown(() => loop.Run(Failing(Phase.Later, failure)));
        loop.Run(async () =>
        {
            await Task.Yield();
            journal.Note("third");
        });

        Claim.That(ReferenceEquals(seen, failure) && journal.Order is ["third"], Wording.Again);
    }

    private static Func<Task> Failing(Phase phase, Exception failure) => phase switch
    {
        Phase.AtOnce => () => throw failure,
        Phase.Later => async () =>
        {
            await Task.Yield();
            throw failure;
        }
        ,
        Phase.Elsewhere => () => Task.Run(void () => throw failure),
    };
}
