namespace Differential;

public static class Continuations
{
    public static IEnumerable<Case> Options() =>
        from options in new[]
        {
            TaskContinuationOptions.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskContinuationOptions.OnlyOnFaulted,
            TaskContinuationOptions.OnlyOnCanceled, TaskContinuationOptions.NotOnRanToCompletion, TaskContinuationOptions.NotOnFaulted,
            TaskContinuationOptions.NotOnCanceled, TaskContinuationOptions.ExecuteSynchronously, TaskContinuationOptions.LongRunning,
            TaskContinuationOptions.DenyChildAttach, TaskContinuationOptions.RunContinuationsAsynchronously, TaskContinuationOptions.PreferFairness,
        }
        from outcome in new (string Name, Func<Task<int>> Make)[]
        {
            ("value", () => Task.FromResult(1)), ("failure", () => Task.FromException<int>(new FormatException("x"))),
            ("cancelled", () => Task.FromCanceled<int>(new CancellationToken(true))),
            ("value later", async () => { await Task.Yield(); return 1; }),
            ("failure later", async () => { await Task.Yield(); throw new FormatException("x"); }),
        }
        select new Case($"{options} after {outcome.Name}", async log =>
        {
            var ran = false;
            var next = outcome.Make().ContinueWith(done => { ran = true; return done.Status; }, options);
            await log.Await(() => next);
            log.Is(ran);
            log.Is(next);
            log.Is(next.CreationOptions);
        });

    public static async Task With_state(Log log)
    {
        var task = Task.FromResult(2).ContinueWith((done, state) => $"{done.Result}{state}", "s");
        await log.Await(() => task);
        log.Is(task.AsyncState);
        var act = Task.CompletedTask.ContinueWith((_, state) => log.Add(state), "t");
        await act;
        log.Is(act.AsyncState);
        var function = Task.CompletedTask.ContinueWith((_, state) => state, "u");
        await log.Await(() => function);
        log.Is(function.AsyncState);
        var value = Task.FromResult(2).ContinueWith((_, state) => log.Add(state), "v");
        await value;
        log.Is(value.AsyncState);
    }

    public static async Task Of_a_cancelled_token(Log log)
    {
        log.Token = new CancellationToken(true);
        await log.Await(() => Task.CompletedTask.ContinueWith(_ => { }, log.Token));
        await log.Await(() => Task.FromResult(1).ContinueWith(_ => 1, log.Token));
        log.Is(new TaskCompletionSource().Task.ContinueWith(_ => 1, log.Token));
        log.Is(new TaskCompletionSource().Task.ContinueWith(_ => 1, log.Token, TaskContinuationOptions.LazyCancellation, TaskScheduler.Default).Status);
    }

    public static async Task That_throw(Log log)
    {
        await log.Await(() => Task.CompletedTask.ContinueWith(_ => throw new FormatException("next")));
        await log.Await(() => Task.FromResult(1).ContinueWith(int (done) => throw new FormatException("next")));
        await log.Await(() => Task.FromException<int>(new FormatException("first")).ContinueWith(done => done.Result));
        await log.Await(() => Task.FromCanceled<int>(new CancellationToken(true)).ContinueWith(done => done.Result));
    }

    public static void Synchronous_ones_run_inside_of_the_completion(Log log)
    {
        var source = new TaskCompletionSource();
        var thread = Environment.CurrentManagedThreadId;
        var next = source.Task.ContinueWith(_ => Environment.CurrentManagedThreadId == thread, TaskContinuationOptions.ExecuteSynchronously);
        source.SetResult();
        log.Is(next);
    }

    public static void Synchronous_ones_of_an_ended_task(Log log)
    {
        var thread = Environment.CurrentManagedThreadId;
        var next = Task.CompletedTask.ContinueWith(_ => Environment.CurrentManagedThreadId == thread, TaskContinuationOptions.ExecuteSynchronously);
        log.Is(next);
    }

    public static void Several_synchronous_ones_in_order(Log log)
    {
        var source = new TaskCompletionSource();
        for (var i = 0; i < 4; i++)
        {
            var number = i;
            source.Task.ContinueWith(_ => log.Add(number), TaskContinuationOptions.ExecuteSynchronously);
        }

        source.SetResult();
    }

    public static async Task After_all(Log log)
    {
        var both = Task.Factory.ContinueWhenAll([Task.FromResult(1), Task.FromException(new FormatException("x"))], tasks => tasks.Length);
        await log.Await(() => both);
        await log.Await(() => Task.Factory.ContinueWhenAll([Task.FromCanceled(new CancellationToken(true))], tasks => log.Add(tasks[0].Status)));
    }

    public static async Task After_any(Log log)
    {
        var never = new TaskCompletionSource().Task;
        await log.Await(() => Task.Factory.ContinueWhenAny([never, Task.CompletedTask], task => task.Status));
        await log.Await(() => Task.Factory.ContinueWhenAny([Task.FromException(new FormatException("x")), never], task => log.Add(task)));
    }

    public static async Task After_all_that_have_results(Log log)
    {
        var cancelled = new CancellationToken(true);
        Task<int>[] parts = [Task.FromResult(1), Task.Run(() => 2)];
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => ended.Sum(part => part.Result)));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => log.Add(ended.Length)));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => ended.Length, cancelled));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => ended.Length, TaskContinuationOptions.ExecuteSynchronously));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => ended.Length, default, TaskContinuationOptions.LongRunning, TaskScheduler.Default));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, ended => ended.Length, TaskContinuationOptions.RunContinuationsAsynchronously));
        await log.Await(() => new TaskFactory<string>(cancelled).ContinueWhenAll(parts, ended => ended[1].Result.ToString()));
        await log.Await(() => new TaskFactory<string>().ContinueWhenAll([parts[0], Task.CompletedTask], ended => ended[1].Status.ToString(), cancelled));
        await log.Await(() => Task.Factory.ContinueWhenAll(parts, (Action<Task<int>[]>)(_ => throw new FormatException("x"))));
        log.Add(Task.Factory.ContinueWhenAll(parts, ended => ReferenceEquals(ended, parts)).Result);
    }

    public static async Task After_any_that_has_a_result(Log log)
    {
        var never = new TaskCompletionSource<int>().Task;
        Task<int>[] parts = [never, Task.FromResult(1)];
        await log.Await(() => Task.Factory.ContinueWhenAny(parts, first => first.Result));
        await log.Await(() => Task.Factory.ContinueWhenAny(parts, first => log.Add(first.Result)));
        await log.Await(() => Task.Factory.ContinueWhenAny(parts, first => first.Result, new CancellationToken(true)));
        await log.Await(() => Task.Factory.ContinueWhenAny(parts, first => first.Result, default, default, TaskScheduler.Default));
        await log.Await(() => new TaskFactory<string>().ContinueWhenAny(parts, first => first.Status.ToString(), TaskContinuationOptions.ExecuteSynchronously));
        await log.Await(() => new TaskFactory<string>().ContinueWhenAny([never, Task.CompletedTask], first => first.Status.ToString(), new CancellationToken(true)));
    }

    public static void Continuations_of_several_that_are_refused(Log log)
    {
        Task<int>[] parts = [Task.FromResult(1)];
        log.Try(() => Task.Factory.ContinueWhenAll(parts, (Action<Task<int>[]>)null));
        log.Try(() => Task.Factory.ContinueWhenAll(parts, (Func<Task<int>[], int>)null, new CancellationToken(true)));
        log.Try(() => Task.Factory.ContinueWhenAll([parts[0], null], _ => { }));
        log.Try(() => Task.Factory.ContinueWhenAll(parts, _ => { }, TaskContinuationOptions.OnlyOnFaulted));
        log.Try(() => Task.Factory.ContinueWhenAll(parts, _ => { }, TaskContinuationOptions.LongRunning | TaskContinuationOptions.ExecuteSynchronously));
        log.Try(() => Task.Factory.ContinueWhenAny(parts, _ => { }, default, default, null));
        log.Try(() => Task.Factory.ContinueWhenAny(null, (Task<int> first) => first.Result));
        log.Try(() => new TaskFactory<int>().ContinueWhenAny(new Task<int>[0], (Task<int> first) => first.Result));
        log.Try(() => new TaskFactory<int>().ContinueWhenAny([Task.CompletedTask], (Func<Task, int>)null));
    }

    public static async Task A_chain_of_an_unwrapped_function(Log log)
    {
        var task = Task.FromResult(1).ContinueWith(async done =>
        {
            await Task.Yield();
            return done.Result + 1;
        }).Unwrap();
        await log.Await(() => task);
    }

    public static async Task A_continuation_sees_what_the_task_did(Log log)
    {
        var value = 0;
        await Task.Run(() => value = 1).ContinueWith(_ => value++).ContinueWith(_ => value++, TaskContinuationOptions.ExecuteSynchronously);
        log.Is(value);
    }
}
