using System.Threading.Channels;

namespace Corpus;

/// <summary>What a wait ends with, and what its end tells of others: as on the platform to the letter.</summary>
public static class Outcomes
{
    private static int total;

    [Correct]
    public static async Task A_permit_returned_after_a_cancelled_wait()
    {
        var gate = new SemaphoreSlim(0);
        using var source = new CancellationTokenSource();
        var waiting = gate.WaitAsync(source.Token);
        await Task.Run(source.Cancel);
        try
        {
            await waiting;
            gate.Release();
        }
        catch (OperationCanceledException e) when (e is not TaskCanceledException)
        {
            total++;
        }

        Expect(1, total);
        Expect(0, gate.CurrentCount);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task A_cancelled_wait_taken_for_a_cancelled_task()
    {
        var items = Channel.CreateUnbounded<int>();
        using var source = new CancellationTokenSource();
        var reading = items.Reader.ReadAsync(source.Token);
        await Task.Run(source.Cancel);
        try
        {
            await reading;
        }
        catch (TaskCanceledException)
        {
            total++;
        }
    }

    [Correct]
    public static async Task A_read_kept_as_a_task()
    {
        var items = Channel.CreateUnbounded<int>();
        var reading = items.Reader.ReadAsync().AsTask();
        await Together(() => Task.Run(() => items.Writer.TryWrite(7)), async () => Expect(7, await reading), async () => Expect(7, await reading));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task A_read_awaited_twice()
    {
        var items = Channel.CreateUnbounded<int>();
        var reading = items.Reader.ReadAsync();
        await Task.Run(() => items.Writer.TryWrite(7));
        Expect(7, await reading);
        Expect(7, await reading);
    }

    [Correct]
    public static void Attached_children_are_seen_by_whoever_waits_for_the_parent()
    {
        Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => total = 1, TaskCreationOptions.AttachedToParent);
        }).Wait();
        Expect(1, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void Detached_children_are_not()
    {
        Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => total = 1);
        }).Wait();
        Expect(total is 0 or 1);
    }

    [Correct]
    public static async Task Two_who_await_one_promise_add_with_care()
    {
        var opened = new TaskCompletionSource();
        var all = Task.WhenAll(Add(), Add());
        opened.SetResult();
        await all;
        Expect(2, total);

        async Task Add()
        {
            await opened.Task;
            Interlocked.Increment(ref total);
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Two_who_await_one_promise_add_without()
    {
        var opened = new TaskCompletionSource();
        var all = Task.WhenAll(Add(), Add());
        opened.SetResult();
        await all;

        async Task Add()
        {
            // Only the first of them goes on inside of SetResult, and the other may run beside it.
            await opened.Task;
            total++;
        }
    }

    [Correct]
    public static void The_handle_of_a_task_is_set_when_it_ends()
    {
        IAsyncResult work = Task.Run(() => total = 3);
        work.AsyncWaitHandle.WaitOne();
        Expect(3, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static void The_handle_of_a_task_that_nobody_completes()
    {
        IAsyncResult work = new TaskCompletionSource().Task;
        work.AsyncWaitHandle.WaitOne();
    }

    [Correct]
    public static void Used_before_its_end()
    {
        var opened = new ManualResetEventSlim();
        var user = Task.Run(opened.Wait);
        using (opened)
        {
            opened.Set();
            user.Wait();
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Used_after_its_end()
    {
        var opened = new ManualResetEventSlim();
        Task user;
        using (opened)
        {
            user = Task.Run(opened.Wait);
            opened.Set();
        }

        user.GetAwaiter().GetResult();
    }

    [Correct]
    public static void A_barrier_closed_by_the_last()
    {
        using var meeting = new Barrier(2);
        Twice(meeting.SignalAndWait);
    }

    [Broken(FailureKind.Assertion)]
    public static void A_barrier_closed_by_whoever_is_through()
    {
        var meeting = new Barrier(2);
        var others = new[] { Task.Run(Meet), Task.Run(Meet) };
        Task.WhenAll(others).GetAwaiter().GetResult();

        void Meet()
        {
            IDisposable end = meeting;
            meeting.SignalAndWait();
            using (end)
                _ = meeting.AddParticipant();
        }
    }
}
