namespace Differential;

public static class CancellationSources
{
    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => new CancellationTokenSource(-2)),
        Act(() => new CancellationTokenSource(TimeSpan.FromMilliseconds(-2))),
        Act(() => new CancellationTokenSource(TimeSpan.FromDays(60))),
        Act(() => new CancellationTokenSource(TimeSpan.FromDays(1), null)),
        Act(() => new CancellationTokenSource(0).IsCancellationRequested),
        Act(() => new CancellationTokenSource(TimeSpan.Zero).IsCancellationRequested),
        Act(() => new CancellationTokenSource(-1).IsCancellationRequested),
        Act(() => new CancellationTokenSource().CancelAfter(-2)),
        Act(() => new CancellationTokenSource().CancelAfter(TimeSpan.FromMilliseconds(-2))),
        Act(() => new CancellationTokenSource().CancelAfter(TimeSpan.FromDays(60))),
        Act(() => new CancellationTokenSource().Token.Register(null)),
        Act(() => new CancellationTokenSource().Token.Register((Action<object>)null, 1)),
        Act(() => new CancellationTokenSource().Token.UnsafeRegister((Action<object>)null, 1)),
        Act(() => CancellationToken.None.Register(null)),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource((CancellationToken[])null)),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource(new CancellationToken[0])),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource(CancellationToken.None).Token.CanBeCanceled),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource(new CancellationToken(true)).IsCancellationRequested),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource(default, new CancellationToken(true)).IsCancellationRequested),
        Act(() => CancellationTokenSource.CreateLinkedTokenSource(default, default, new CancellationToken(true)).IsCancellationRequested),
        Act(() => CancellationToken.None.CanBeCanceled),
        Act(() => CancellationToken.None.IsCancellationRequested),
        Act(() => CancellationToken.None.WaitHandle.WaitOne(0)),
        Act(() => new CancellationToken(true).WaitHandle.WaitOne()),
        Act(() => new CancellationToken(true).IsCancellationRequested),
        Act(() => new CancellationToken(false).CanBeCanceled),
        Act(() => new CancellationToken(true) == new CancellationToken(true)),
        Act(() => new CancellationToken(true).ThrowIfCancellationRequested()),
        Act(() => new CancellationToken(true).Register(() => throw new FormatException("at once"))),
        Act(() => new CancellationToken(true).UnsafeRegister(_ => throw new FormatException("at once"), null)),
        Act(() => new CancellationToken(true).Register(() => { }) == default),
        Act(() => default(CancellationTokenRegistration).Unregister()),
        Act(() => default(CancellationTokenRegistration).Dispose()),
        Act(() => default(CancellationTokenRegistration).Token.CanBeCanceled),
        Awaited(() => default(CancellationTokenRegistration).DisposeAsync()),
    ];

    public static void Callbacks_run_last_first(Log log)
    {
        using var source = new CancellationTokenSource();
        for (var i = 0; i < 4; i++)
        {
            var number = i;
            source.Token.Register(() => log.Add(number));
        }

        log.Try(() => source.Cancel());
        log.Try(() => source.Cancel());
        log.Is(source.IsCancellationRequested);
    }

    public static void Callbacks_that_throw(Log log)
    {
        var source = new CancellationTokenSource();
        source.Token.Register(() => log.Add("first"));
        source.Token.Register(() => throw new FormatException("second"));
        source.Token.Register(() => throw new FormatException("third"));
        log.Try(() => source.Cancel());
        log.Is(source.IsCancellationRequested);
    }

    public static void Callbacks_that_throw_where_the_first_ends_it(Log log)
    {
        var source = new CancellationTokenSource();
        source.Token.Register(() => log.Add("first"));
        source.Token.Register(() => throw new FormatException("second"));
        source.Token.Register(() => throw new FormatException("third"));
        log.Try(() => source.Cancel(throwOnFirstException: true));
        log.Is(source.IsCancellationRequested);
        log.Try(() => source.Cancel(throwOnFirstException: true));
    }

    public static async Task Callbacks_that_throw_asynchronously(Log log)
    {
        var source = new CancellationTokenSource();
        source.Token.Register(() => throw new FormatException("second"));
        var cancelling = source.CancelAsync();
        log.Is(source.IsCancellationRequested);
        await log.Await(() => cancelling);
        log.Is(cancelling);
    }

    public static async Task Cancelled_asynchronously(Log log)
    {
        using var source = new CancellationTokenSource();
        var called = 0;
        source.Token.Register(() => called++);
        await log.Await(source.CancelAsync);
        log.Is(called);
        await log.Await(source.CancelAsync);
        log.Is(new CancellationTokenSource().CancelAsync());
    }

    public static void Callbacks_get_state_and_token(Log log)
    {
        using var source = new CancellationTokenSource();
        source.Token.Register(state => log.Add(state), "a");
        source.Token.Register((state, token) => log.Add($"{state} {token == source.Token}"), "b");
        source.Token.UnsafeRegister(state => log.Add(state), "c");
        source.Token.UnsafeRegister((state, token) => log.Add($"{state} {token == source.Token}"), "d");
        source.Token.Register(state => log.Add(state), "e", useSynchronizationContext: true);
        source.Token.Register(() => log.Add("f"), useSynchronizationContext: false);
        source.Cancel();
    }

    public static void Unregistered_before(Log log)
    {
        using var source = new CancellationTokenSource();
        var registration = source.Token.Register(() => log.Add("called"));
        log.Is(registration.Token == source.Token);
        log.Try(() => registration.Unregister());
        log.Try(() => registration.Unregister());
        registration.Dispose();
        source.Cancel();
        log.Try(() => registration.Unregister());
    }

    public static void Unregistered_after(Log log)
    {
        using var source = new CancellationTokenSource();
        var registration = source.Token.Register(() => log.Add("called"));
        source.Cancel();
        log.Try(() => registration.Unregister());
        log.Try(() => registration.Dispose());
        log.Is(registration.Token == source.Token);
    }

    public static async Task Unregistered_by_its_own_callback(Log log)
    {
        using var source = new CancellationTokenSource();
        CancellationTokenRegistration registration = default;
        registration = source.Token.Register(() =>
        {
            log.Try(() => registration.Unregister());
            log.Try(() => registration.Dispose());
        });
        source.Cancel();
        await log.Await(() => registration.DisposeAsync());
    }

    public static void Callback_that_cancels_again(Log log)
    {
        using var source = new CancellationTokenSource();
        source.Token.Register(() =>
        {
            log.Try(() => source.Cancel());
            log.Is(source.IsCancellationRequested);
        });
        source.Cancel();
    }

    public static void Callback_that_registers_another(Log log)
    {
        using var source = new CancellationTokenSource();
        source.Token.Register(() =>
        {
            source.Token.Register(() => log.Add("inner"));
            log.Add("outer");
        });
        source.Cancel();
    }

    public static void Callback_that_takes_another_off(Log log)
    {
        using var source = new CancellationTokenSource();
        var first = source.Token.Register(() => log.Add("first"));
        source.Token.Register(() => log.Try(() => first.Unregister()));
        source.Cancel();
    }

    public static void Callback_that_disposes_of_the_source(Log log)
    {
        var source = new CancellationTokenSource();
        source.Token.Register(() => log.Add("first"));
        source.Token.Register(() => log.Try(() => source.Dispose()));
        log.Try(() => source.Cancel());
        log.Is(source.IsCancellationRequested);
    }

    public static async Task Whoever_stops_waiting_disposes_of_the_source(Log log)
    {
        var limit = new CancellationTokenSource();
        var running = Task.Delay(-1, limit.Token);
        var waiting = WaitAsync();
        limit.Cancel();
        await waiting;
        await log.Await(() => running);

        async Task WaitAsync()
        {
            using (limit)
                await log.Await(() => running.WaitAsync(limit.Token));
        }
    }

    public static void Linked_ones_are_cancelled_with_the_outer(Log log)
    {
        using CancellationTokenSource one = new(), other = new();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(one.Token, other.Token);
        linked.Token.Register(() => log.Add("called"));
        other.Cancel();
        log.Is(linked.IsCancellationRequested);
        log.Is(one.IsCancellationRequested);
    }

    public static void Linked_ones_do_not_cancel_the_outer(Log log)
    {
        using var outer = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
        linked.Cancel();
        log.Is(outer.IsCancellationRequested);
    }

    public static void Linked_callbacks_that_throw(Log log)
    {
        using var outer = new CancellationTokenSource();
        var linked = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
        linked.Token.Register(() => throw new FormatException("inner"));
        outer.Token.Register(() => log.Add("outer"));
        log.Try(() => outer.Cancel());
    }

    public static void Handle_of_a_token(Log log)
    {
        using var source = new CancellationTokenSource();
        var handle = source.Token.WaitHandle;
        log.Try(() => handle.WaitOne(0));
        log.Is(ReferenceEquals(handle, source.Token.WaitHandle));
        source.Token.Register(() => log.Try(() => handle.WaitOne(0)));
        source.Cancel();
        log.Try(() => handle.WaitOne());
        log.Try(() => WaitHandle.WaitAny([new ManualResetEvent(false), handle]));
    }

    public static void Handle_of_a_token_that_is_cancelled_already(Log log)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        log.Try(() => source.Token.WaitHandle.WaitOne());
    }

    public static void Handle_of_a_token_after_disposal(Log log)
    {
        var source = new CancellationTokenSource();
        var token = source.Token;
        var handle = token.WaitHandle;
        source.Dispose();
        log.Try(() => handle.WaitOne(0));
        log.Try(() => token.WaitHandle);
    }

    public static void Handle_of_a_linked_token(Log log)
    {
        using var outer = new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(outer.Token);
        var handle = linked.Token.WaitHandle;
        var thread = new Thread(outer.Cancel);
        thread.Start();
        log.Try(() => handle.WaitOne());
        thread.Join();
    }

    public static async Task After_a_time(Log log)
    {
        using var source = new CancellationTokenSource(1);
        log.Token = source.Token;
        await log.Await(() => Task.Delay(-1, source.Token));
        log.Is(source.IsCancellationRequested);
        log.Try(() => source.TryReset());
    }

    public static async Task After_a_time_set_later(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        source.CancelAfter(600_000);
        source.CancelAfter(TimeSpan.FromMilliseconds(1));
        await log.Await(() => Task.Delay(-1, source.Token));
    }

    public static void Reset_for_another_use(Log log)
    {
        using var source = new CancellationTokenSource(600_000);
        var registration = source.Token.Register(() => log.Add("called"));
        log.Try(() => source.TryReset());
        log.Try(() => registration.Unregister());
        source.Cancel();
        log.Try(() => source.TryReset());
    }

    public static void After_no_time(Log log)
    {
        using var source = new CancellationTokenSource();
        source.CancelAfter(0);
        source.Token.WaitHandle.WaitOne();
        log.Is(source.IsCancellationRequested);
    }

    public static void Exceptions_carry_the_token(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        source.Cancel();
        log.Try(() => source.Token.ThrowIfCancellationRequested());
        log.Is(source.Token.GetHashCode() == source.Token.GetHashCode());
        log.Is(source.Token.Equals(new CancellationTokenSource().Token));
    }
}
