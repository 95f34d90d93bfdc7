namespace Differential;

public static class Promises
{
    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => new TaskCompletionSource(TaskCreationOptions.LongRunning)),
        Act(() => new TaskCompletionSource<int>(TaskCreationOptions.PreferFairness)),
        Act(() => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously).Task.CreationOptions),
        Act(() => new TaskCompletionSource("state").Task.AsyncState),
        Act(() => new TaskCompletionSource<int>("state", TaskCreationOptions.AttachedToParent).Task.AsyncState),
        Act(() => new TaskCompletionSource().SetException((Exception)null)),
        Act(() => new TaskCompletionSource().SetException((IEnumerable<Exception>)null)),
        Act(() => new TaskCompletionSource().SetException([])),
        Act(() => new TaskCompletionSource().SetException([null])),
        Act(() => new TaskCompletionSource<int>().TrySetException((Exception)null)),
        Act(() => new TaskCompletionSource<int>().TrySetException([])),
        Act(() => new TaskCompletionSource().SetFromTask(null)),
        Act(() => new TaskCompletionSource().SetFromTask(new TaskCompletionSource().Task)),
        Act(() => new TaskCompletionSource<int>().TrySetFromTask(new TaskCompletionSource<int>().Task)),
    ];

    public static IEnumerable<Case> Second_completions() =>
        from first in Ways()
        from second in Ways()
        select new Case($"{first.Name} then {second.Name}", log =>
        {
            var source = new TaskCompletionSource<int>();
            log.Try(() => first.Set(source), "first");
            log.Is(source.Task);
            log.Try(() => second.Set(source), "second");
            log.Is(source.Task);
            return Task.CompletedTask;
        });

    public static IEnumerable<Case> Awaited_before() =>
        from way in Ways()
        from options in new[] { TaskCreationOptions.None, TaskCreationOptions.RunContinuationsAsynchronously }
        select new Case($"{way.Name}, {options}", async log =>
        {
            var source = new TaskCompletionSource<int>(options);
            var waiting = log.Await(() => source.Task);
            way.Set(source);
            await waiting;
            log.Is(source.Task);
        });

    public static void Completed_without_a_value(Log log)
    {
        var source = new TaskCompletionSource();
        log.Is(source.Task.Status);
        log.Try(() => source.TrySetResult());
        log.Try(() => source.TrySetResult());
        log.Try(() => source.SetResult());
        log.Try(() => source.SetCanceled());
        log.Try(() => source.SetException(new FormatException()));
        log.Try(() => source.SetFromTask(Task.CompletedTask));
        log.Is(source.Task);
    }

    public static async Task The_rest_runs_inside_of_the_completion(Log log)
    {
        var source = new TaskCompletionSource();
        var after = Rest();
        source.SetResult();
        log.Add("set");
        await after;

        async Task Rest()
        {
            await source.Task;
            log.Add("rest");
        }
    }

    public static async Task The_rest_does_not_run_inside_of_an_asynchronous_one(Log log)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = Environment.CurrentManagedThreadId;
        var after = Rest();
        lock (log)
        {
            source.SetResult();
            log.Add("set");
        }

        await after;

        async Task Rest()
        {
            await source.Task;
            lock (log)
                log.Add("rest");
        }
    }

    public static async Task Several_wait(Log log)
    {
        var source = new TaskCompletionSource<int>();
        var all = Enumerable.Range(0, 3).Select(i => Add(i)).ToArray();
        source.SetResult(5);
        await Task.WhenAll(all);

        async Task Add(int number)
        {
            var value = await source.Task;
            if (number == 0)
                log.Add(value);
        }
    }

    private static IEnumerable<(string Name, Func<TaskCompletionSource<int>, object?> Set)> Ways() =>
    [
        ("SetResult", source => { source.SetResult(1); return null; }),
        ("TrySetResult", source => source.TrySetResult(2)),
        ("SetException", source => { source.SetException(new FormatException("one")); return null; }),
        ("SetException of several", source => { source.SetException([new FormatException("one"), new FormatException("two")]); return null; }),
        ("SetException of a cancellation", source => { source.SetException(new OperationCanceledException("c")); return null; }),
        ("TrySetException", source => source.TrySetException(new FormatException("one"))),
        ("SetCanceled", source => { source.SetCanceled(); return null; }),
        ("SetCanceled of a token", source => { source.SetCanceled(new CancellationToken(true)); return null; }),
        ("TrySetCanceled", source => source.TrySetCanceled()),
        ("TrySetCanceled of a token", source => source.TrySetCanceled(new CancellationToken(true))),
        ("SetFromTask of a value", source => { source.SetFromTask(Task.FromResult(3)); return null; }),
        ("SetFromTask of a failure", source => { source.SetFromTask(Task.FromException<int>(new FormatException("three"))); return null; }),
        ("TrySetFromTask of a cancelled one", source => source.TrySetFromTask(Task.FromCanceled<int>(new CancellationToken(true)))),
    ];
}
