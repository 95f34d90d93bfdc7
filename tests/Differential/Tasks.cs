namespace Differential;

public static class Tasks
{
    private static readonly Task Failed = Task.FromException(new FormatException("one"));
    private static readonly Task<int> FailedValue = Task.FromException<int>(new FormatException("two"));
    private static readonly Task Cancelled = Task.FromCanceled(new CancellationToken(true));
    private static readonly Task<int> CancelledValue = Task.FromCanceled<int>(new CancellationToken(true));

    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => Task.Run((Action)null)),
        Act(() => Task.Run((Func<Task>)null)),
        Act(() => Task.Run((Func<int>)null)),
        Act(() => Task.Run((Func<Task<int>>)null)),
        Act(() => new Task(null)),
        Act(() => new Task<int>(null)),
        Act(() => new Task(() => { }, (TaskCreationOptions)12345)),
        Act(() => Task.Delay(-2)),
        Act(() => Task.Delay(TimeSpan.FromMilliseconds(-2))),
        Act(() => Task.Delay(TimeSpan.FromDays(60))),
        Act(() => Task.Delay(TimeSpan.Zero, (TimeProvider)null)),
        Act(() => Task.Delay(0)),
        Act(() => Task.Delay(TimeSpan.FromTicks(1))),
        Act(() => Task.Delay(0, new CancellationToken(true)).Status),
        Act(() => Task.FromCanceled(CancellationToken.None)),
        Act(() => Task.FromCanceled<int>(CancellationToken.None)),
        Act(() => Task.FromException(null)),
        Act(() => Task.FromException<int>(null)),
        Act(() => Task.CompletedTask.Wait(-2)),
        Act(() => Task.CompletedTask.Wait(TimeSpan.FromMilliseconds(-2))),
        Act(() => Task.CompletedTask.Wait(TimeSpan.FromDays(30))),
        Act(() => Task.CompletedTask.WaitAsync(TimeSpan.FromMilliseconds(-2))),
        Act(() => Task.CompletedTask.WaitAsync(TimeSpan.FromDays(60))),
        Act(() => Task.CompletedTask.WaitAsync(TimeSpan.FromDays(1), (TimeProvider)null)),
        Act(() => Task.WhenAll((Task[])null)),
        Act(() => Task.WhenAll((IEnumerable<Task>)null)),
        Act(() => Task.WhenAll([Task.CompletedTask, null])),
        Act(() => Task.WhenAll(new List<Task> { null })),
        Act(() => Task.WhenAll<int>((Task<int>[])null)),
        Act(() => Task.WhenAll<int>((IEnumerable<Task<int>>)null)),
        Act(() => Task.WhenAll<int>([Task.FromResult(1), null])),
        Act(() => Task.WhenAny((Task[])null)),
        Act(() => Task.WhenAny((IEnumerable<Task>)null)),
        Act(() => Task.WhenAny(new Task[0])),
        Act(() => Task.WhenAny(new List<Task>())),
        Act(() => Task.WhenAny([null])),
        Act(() => Task.WhenAny(null, Task.CompletedTask)),
        Act(() => Task.WhenAny(Task.CompletedTask, null)),
        Act(() => Task.WhenAny<int>(new Task<int>[0])),
        Act(() => Task.WhenAny<int>((IEnumerable<Task<int>>)null)),
        Act(() => Task.WhenEach((Task[])null) is null),
        Act(() => Task.WhenEach((IEnumerable<Task>)null) is null),
        Act(() => Task.WhenEach([null]) is null),
        Act(() => Task.WaitAll((Task[])null)),
        Act(() => Task.WaitAll([null])),
        Act(() => Task.WaitAll(new Task[0])),
        Act(() => Task.WaitAll([Task.CompletedTask], -2)),
        Act(() => Task.WaitAll([Task.CompletedTask], TimeSpan.FromMilliseconds(-2))),
        Act(() => Task.WaitAny((Task[])null)),
        Act(() => Task.WaitAny([null])),
        Act(() => Task.WaitAny(new Task[0])),
        Act(() => Task.WaitAny([Task.CompletedTask], -2)),
        Act(() => Task.WaitAny([Task.CompletedTask], TimeSpan.FromMilliseconds(-2))),
        Act(() => Task.CompletedTask.ContinueWith((Action<Task>)null)),
        Act(() => Task.CompletedTask.ContinueWith(_ => { }, (TaskScheduler)null)),
        Act(() => Task.CompletedTask.ContinueWith(_ => { }, TaskContinuationOptions.NotOnCanceled | TaskContinuationOptions.NotOnFaulted | TaskContinuationOptions.NotOnRanToCompletion)),
        Act(() => Task.CompletedTask.ContinueWith(_ => { }, (TaskContinuationOptions)0x8000000)),
        Act(() => Task.CompletedTask.ContinueWith((Func<Task, int>)null)),
        Act(() => Task.FromResult(1).ContinueWith((Action<Task<int>>)null)),
        Act(() => Task.FromResult(1).ContinueWith((Func<Task<int>, int>)null)),
        Act(() => Task.Factory.StartNew((Action)null)),
        Act(() => Task.Factory.StartNew(() => { }, default, default, null)),
        Act(() => Task.Factory.ContinueWhenAll(new Task[0], _ => { })),
        Act(() => Task.Factory.ContinueWhenAll(null, (Task[] _) => { })),
        Act(() => Task.Factory.ContinueWhenAny(new Task[0], _ => { })),
        Act(() => Task.Factory.ContinueWhenAny([Task.CompletedTask], (Action<Task>)null)),
        Act(() => ((Task<Task>)null).Unwrap()),
        Act(() => ((Task)null).Wait()),
        Act(() => Task.CompletedTask.Start()),
        Act(() => Task.CompletedTask.RunSynchronously()),
        Act(() => new TaskCompletionSource().Task.Start()),
        Act(() => new TaskCompletionSource().Task.RunSynchronously()),
        Act(() => Task.Run(() => { }).ContinueWith(_ => { }, TaskContinuationOptions.LazyCancellation).Id > 0),
    ];

    public static IEnumerable<Case> Ended() =>
    [
        Act(() => Failed), Act(() => FailedValue), Act(() => Cancelled), Act(() => CancelledValue),
        Act(() => Failed.Wait()), Act(() => Failed.Wait(0)), Act(() => Failed.Wait(new CancellationToken(true))),
        Act(() => Cancelled.Wait()), Act(() => Cancelled.Wait(0)), Act(() => FailedValue.Result), Act(() => CancelledValue.Result),
        Act(() => Failed.GetAwaiter().GetResult()), Act(() => CancelledValue.GetAwaiter().GetResult()),
        Act(() => Failed.ConfigureAwait(false).GetAwaiter().GetResult()),
        Act(() => Failed.IsCompleted), Act(() => Failed.IsCompletedSuccessfully), Act(() => Failed.IsFaulted), Act(() => Failed.IsCanceled),
        Act(() => Cancelled.IsCompleted), Act(() => Cancelled.IsCompletedSuccessfully), Act(() => Cancelled.IsFaulted), Act(() => Cancelled.IsCanceled),
        Act(() => Cancelled.Exception), Act(() => Task.CompletedTask.Exception), Act(() => Task.CompletedTask.AsyncState),
        Act(() => Failed.CreationOptions), Act(() => Task.FromResult(3).CreationOptions),
        Act(() => Task.CompletedTask.Wait(new CancellationToken(true))),
        Act(() => Failed.WaitAsync(new CancellationToken(true))), Act(() => Task.FromResult(5).WaitAsync(TimeSpan.Zero)),
        Act(() => Task.WaitAll(Failed, FailedValue, Cancelled)), Act(() => Task.WaitAll(Cancelled)),
        Act(() => Task.WaitAll([Task.CompletedTask], new CancellationToken(true))), Act(() => Task.WaitAll([Task.CompletedTask, Failed], 0)),
        Act(() => Task.WaitAny(Failed, Task.CompletedTask)), Act(() => Task.WaitAny([Cancelled], 0)),
        Act(() => Task.WaitAny([Task.CompletedTask], new CancellationToken(true))),
        Awaited(() => Failed), Awaited(() => FailedValue), Awaited(() => Cancelled), Awaited(() => CancelledValue),
        Awaited(() => Task.WhenAll(Failed, FailedValue, Cancelled)), Awaited(() => Task.WhenAll(Cancelled, CancelledValue)),
        Awaited(() => Task.WhenAll(Task.FromResult(1), Task.FromResult(2))), Awaited(() => Task.WhenAll(new Task[0])), Awaited(() => Task.WhenAll(new List<Task<int>>())),
        Awaited(() => Task.WhenAny(Failed, Cancelled)), Awaited(() => Task.WhenAny<int>(FailedValue, CancelledValue)),
        Awaited(() => Task.WhenAll(FailedValue, CancelledValue)),
        Awaited(() => Task.FromException(new OperationCanceledException("o"))),
        Awaited(() => Task.FromException(new TaskCanceledException("t"))),
        Awaited(() => Task.FromException(new AggregateException(new FormatException("a"), new FormatException("b")))),
        Act(() => Task.FromException(new OperationCanceledException("o"))),
        Act(() => Task.Run(() => { throw new FormatException("run"); }).Wait()),
        Act(() => Task.Run(() => { throw new OperationCanceledException("run"); }).Wait()),
        Act(() => Task.Run(int () => throw new FormatException("run")).Result),
        Act(() => Task.Run(async () => { await Task.Yield(); throw new FormatException("run"); }).Wait()),
        Act(() => Task.Run(() => (Task)null).Wait()), Act(() => Task.Run(() => (Task<int>)null).Result),
        Awaited(() => Task.Run(() => 1, new CancellationToken(true))), Awaited(() => Task.Run(() => { }, new CancellationToken(true))),
        Act(() => Task.Run(() => Task.CompletedTask, new CancellationToken(true))), Act(() => Task.Run(() => Task.FromResult(2), new CancellationToken(true))),
        Awaited(() => Task.Factory.StartNew(() => 4, new CancellationToken(true))), Act(() => Task.Factory.StartNew(s => s, 7).Result),
        Act(() => Task.Factory.StartNew(s => { }, 7).AsyncState), Act(() => Task.Factory.StartNew(s => 1, 7).AsyncState), Act(() => new Task(s => { }, 8).AsyncState),
        Act(() => Task.Factory.StartNew(() => Thread.CurrentThread.IsThreadPoolThread, TaskCreationOptions.LongRunning).Result),
        Act(() => Task.Factory.StartNew(() => { }, TaskCreationOptions.LongRunning).CreationOptions), Act(() => Task.Run(() => { }).CreationOptions),
        Act(() => new Task(() => { }, TaskCreationOptions.PreferFairness).CreationOptions), Act(() => Task.CurrentId), Act(() => Task.Run(() => Task.CurrentId.HasValue).Result),
        Act(() => Task.CompletedTask.Id == Task.CompletedTask.Id), Act(() => TaskScheduler.Current == TaskScheduler.Default),
        Act(() => Task.Run(() => TaskScheduler.Current == TaskScheduler.Default).Result), Act(() => ((IAsyncResult)Task.CompletedTask).CompletedSynchronously),
        Act(() => ((IAsyncResult)Task.CompletedTask).IsCompleted), Act(() => ((IAsyncResult)Task.FromResult(1)).AsyncState), Act(() => ((IAsyncResult)Task.CompletedTask).AsyncWaitHandle.WaitOne()),
        Act(() => ((IAsyncResult)new TaskCompletionSource().Task).AsyncWaitHandle.WaitOne(0)), Act(() => ((IAsyncResult)new TaskCompletionSource().Task).IsCompleted),
    ];

    public static IEnumerable<Case> Awaited_with_options() =>
        from options in new[]
        {
            ConfigureAwaitOptions.None, ConfigureAwaitOptions.ContinueOnCapturedContext, ConfigureAwaitOptions.SuppressThrowing,
            ConfigureAwaitOptions.ForceYielding, ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding, (ConfigureAwaitOptions)99,
        }
        from task in new (string Name, Func<Task> Make)[]
        {
            ("completed", () => Task.CompletedTask), ("failed", () => Task.FromException(new FormatException("x"))),
            ("cancelled", () => Task.FromCanceled(new CancellationToken(true))),
            ("later", async () => { await Task.Yield(); throw new FormatException("later"); }),
        }
        select new Case($"{options} of {task.Name}", async log =>
        {
            try
            {
                await task.Make().ConfigureAwait(options);
                log.Add("done");
            }
            catch (Exception e)
            {
                log.Add(e);
            }
        });

    public static void Handle_of_a_task_is_set_when_it_ends(Log log)
    {
        var source = new TaskCompletionSource();
        var handle = ((IAsyncResult)source.Task).AsyncWaitHandle;
        log.Try(() => handle.WaitOne(0));
        source.SetResult();
        log.Try(() => handle.WaitOne());
        log.Is(ReferenceEquals(handle, ((IAsyncResult)source.Task).AsyncWaitHandle));
    }

    public static void Handle_of_a_task_wakes_who_waits(Log log)
    {
        var value = 0;
        IAsyncResult task = Task.Run(() => value = 5);
        log.Try(() => task.AsyncWaitHandle.WaitOne());
        log.Is(value);
        log.Is(task.IsCompleted);
    }

    public static void Handle_of_a_failed_task(Log log)
    {
        IAsyncResult task = Task.Run(() => { throw new FormatException(); });
        log.Try(() => WaitHandle.WaitAll([task.AsyncWaitHandle]));
        log.Is(task);
    }

    public static void Cold_task(Log log)
    {
        var task = new Task<int>(() => 5);
        log.Is(task.Status);
        log.Try(() => task.Wait(0));
        task.Start();
        log.Is(task.Result);
        log.Is(task.Status);
        log.Try(() => task.Start());
        log.Try(() => task.RunSynchronously());
    }

    public static void Run_in_place(Log log)
    {
        var thread = Environment.CurrentManagedThreadId;
        var task = new Task(() => log.Is(Environment.CurrentManagedThreadId == thread));
        task.RunSynchronously();
        log.Is(task);
        var failing = new Task(() => throw new FormatException("x"));
        log.Try(() => failing.RunSynchronously());
        log.Is(failing);
    }

    public static void Cold_task_of_a_cancelled_token(Log log)
    {
        log.Token = new CancellationToken(true);
        var task = new Task(() => { }, log.Token);
        log.Is(task);
        log.Try(() => task.Start());
        log.Try(() => task.RunSynchronously());
        log.Try(() => task.Wait());
    }

    public static void A_body_that_throws_for_its_own_token_is_cancelled(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var task = Task.Run(() =>
        {
            source.Cancel();
            source.Token.ThrowIfCancellationRequested();
        }, source.Token);
        log.Try(() => task.Wait());
        log.Is(task);
    }

    public static void A_body_that_throws_for_another_token_has_failed(Log log)
    {
        using var source = new CancellationTokenSource();
        var task = Task.Run(() => new CancellationToken(true).ThrowIfCancellationRequested(), source.Token);
        log.Try(() => task.Wait());
        log.Is(task);
    }

    public static void An_async_body_is_cancelled_by_any_token(Log log)
    {
        var task = Task.Run(async () =>
        {
            await Task.Yield();
            throw new OperationCanceledException("stop");
        });
        log.Try(() => task.Wait());
        log.Is(task);
    }

    public static void Attached_children_are_waited_for(Log log)
    {
        int first = 0, second = 0;
        var parent = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => first = 1, TaskCreationOptions.AttachedToParent);
            Task.Factory.StartNew(() => second = 2, TaskCreationOptions.AttachedToParent);
        });
        log.Try(() => parent.Wait());
        log.Is(first + second);
        log.Is(parent);
    }

    public static void Attached_grandchildren_are_waited_for(Log log)
    {
        var value = 0;
        var parent = Task.Factory.StartNew(() => Task.Factory.StartNew(
            () => Task.Factory.StartNew(() => value = 1, TaskCreationOptions.AttachedToParent), TaskCreationOptions.AttachedToParent));
        parent.Wait();
        log.Is(value);
    }

    public static async Task Attached_children_that_fail(Log log)
    {
        var parent = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => { throw new FormatException("child"); }, TaskCreationOptions.AttachedToParent);
        });
        await log.Await(() => parent);
        log.Is(parent);
    }

    public static void Attached_children_made_cold(Log log)
    {
        var value = 0;
        var parent = new Task(() => new Task(() => value = 4, TaskCreationOptions.AttachedToParent).Start());
        parent.Start();
        parent.Wait();
        log.Is(value);
    }

    public static void Attached_continuations_are_waited_for(Log log)
    {
        var value = 0;
        var parent = Task.Factory.StartNew(() =>
        {
            Task.Factory.StartNew(() => value = 1).ContinueWith(_ => value++, TaskContinuationOptions.AttachedToParent);
        });
        parent.Wait();
        log.Is(value);
    }

    public static void Children_of_a_task_that_denies_them(Log log)
    {
        var source = new TaskCompletionSource();
        Task child = null;
        var parent = Task.Run(() => { child = Task.Factory.StartNew(source.Task.Wait, TaskCreationOptions.AttachedToParent); });
        parent.Wait();
        log.Is(parent);
        source.SetResult();
        child.Wait();
    }

    public static async Task Wait_that_runs_out_of_time(Log log)
    {
        var never = new TaskCompletionSource<int>().Task;
        log.Try(() => never.Wait(1));
        log.Try(() => never.Wait(0));
        log.Try(() => never.Wait(TimeSpan.FromMilliseconds(1)));
        log.Try(() => Task.WaitAll([never], 1));
        log.Try(() => Task.WaitAny([never], 1));
        await log.Await(() => never.WaitAsync(TimeSpan.FromMilliseconds(1)));
        await log.Await(() => ((Task)never).WaitAsync(TimeSpan.FromMilliseconds(1)));
        await log.Await(() => never.WaitAsync(TimeSpan.Zero));
        await log.Await(() => never.WaitAsync(TimeSpan.FromMilliseconds(1), CancellationToken.None));
    }

    public static async Task WaitAsync_hands_the_outcome_on(Log log)
    {
        var source = new TaskCompletionSource<int>();
        var waiting = source.Task.WaitAsync(TimeSpan.FromMinutes(10));
        source.SetException([new FormatException("a"), new FormatException("b")]);
        await log.Await(() => waiting);
        log.Is(waiting);
        var cancelled = new TaskCompletionSource<int>();
        log.Token = new CancellationToken(true);
        var other = cancelled.Task.WaitAsync(TimeSpan.FromMinutes(10));
        cancelled.SetCanceled(log.Token);
        await log.Await(() => other);
        log.Is(other);
    }

    public static async Task WhenAll_gathers_failures_in_order(Log log)
    {
        TaskCompletionSource first = new(), second = new();
        var all = Task.WhenAll(first.Task, second.Task);
        second.SetException(new FormatException("second"));
        log.Is(all.IsCompleted);
        first.SetException(new FormatException("first"));
        await log.Await(() => all);
        log.Is(all);
    }

    public static async Task WhenAll_prefers_failures_to_cancellation(Log log)
    {
        TaskCompletionSource first = new(), second = new();
        var all = Task.WhenAll(first.Task, second.Task);
        first.SetCanceled();
        second.SetException(new FormatException("second"));
        await log.Await(() => all);
        log.Is(all);
    }

    public static async Task WhenAny_takes_the_first(Log log)
    {
        TaskCompletionSource<int> first = new(), second = new();
        var any = Task.WhenAny(first.Task, second.Task);
        second.SetException(new FormatException("second"));
        log.Is(ReferenceEquals(await any, second.Task));
        log.Is(any.Status);
        first.SetResult(1);
    }

    public static async Task WhenEach_in_order_of_completion(Log log)
    {
        TaskCompletionSource<int> first = new(), second = new();
        var all = Task.WhenEach(first.Task, second.Task).GetAsyncEnumerator();
        second.SetResult(2);
        await log.Await(() => all.MoveNextAsync());
        log.Is(all.Current);
        first.SetException(new FormatException("first"));
        await log.Await(() => all.MoveNextAsync());
        log.Is(all.Current);
        await log.Await(() => all.MoveNextAsync());
        await log.Await(() => all.MoveNextAsync());
        await log.Await(() => all.DisposeAsync());
    }

    public static async Task WhenEach_cancelled(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var all = Task.WhenEach(new TaskCompletionSource<int>().Task).GetAsyncEnumerator(source.Token);
        var moving = all.MoveNextAsync();
        source.Cancel();
        await log.Await(() => moving);
        await log.Await(() => all.DisposeAsync());
        var other = Task.WhenEach(new TaskCompletionSource<int>().Task).GetAsyncEnumerator(source.Token);
        await log.Await(() => other.MoveNextAsync());
    }

    public static async Task Unwrapped(Log log)
    {
        TaskCompletionSource<Task<int>> outer = new();
        TaskCompletionSource<int> inner = new();
        var whole = outer.Task.Unwrap();
        log.Is(whole.Status);
        outer.SetResult(inner.Task);
        log.Is(whole.IsCompleted);
        inner.SetException([new FormatException("a"), new FormatException("b")]);
        await log.Await(() => whole);
        log.Is(whole);
        await log.Await(() => Task.FromResult<Task>(null).Unwrap());
        await log.Await(() => Task.FromException<Task>(new FormatException("outer")).Unwrap());
        await log.Await(() => Task.FromCanceled<Task<int>>(new CancellationToken(true)).Unwrap());
    }

    public static async Task A_discarded_failure_is_no_failure(Log log)
    {
        _ = Task.Run(() => throw new FormatException("nobody hears"));
        await Task.Yield();
        log.Add("done");
    }
}
