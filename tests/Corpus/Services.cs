using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Corpus;

/// <summary>Parts of services as teams write them: outboxes, mailboxes, debouncing, polling by a clock of the test's own.</summary>
public static class Services
{
    [Correct]
    public static async Task Outbox_takes_before_it_sends()
    {
        var outbox = new ConcurrentQueue<string>(["one"]);
        var sent = 0;
        await Twice(Flush);
        Expect(1, sent);

        async Task Flush()
        {
            while (outbox.TryDequeue(out _))
            {
                await Task.Yield();
                Interlocked.Increment(ref sent);
            }
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Outbox_sends_before_it_takes()
    {
        var outbox = new ConcurrentQueue<string>(["one"]);
        var sent = 0;
        await Twice(Flush);
        Expect(1, sent);

        async Task Flush()
        {
            while (outbox.TryPeek(out _))
            {
                await Task.Yield();
                Interlocked.Increment(ref sent);
                outbox.TryDequeue(out _);
            }
        }
    }

    [Correct]
    public static async Task Mailbox_has_all_to_itself()
    {
        var count = 0;
        await using (var mailbox = new Mailbox())
            await Twice(() => mailbox.Ask(() => ++count));
        Expect(2, count);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Mailbox_is_gone_round()
    {
        var count = 0;
        await using var mailbox = new Mailbox();
        await Together(() => mailbox.Ask(() => ++count), () => Task.FromResult(++count));
    }

    [Correct]
    public static async Task Debounced_under_a_lock()
    {
        var (calls, gate, last) = (0, new Lock(), default(CancellationTokenSource));
        Twice(Call);
        await Task.Delay(30);
        Expect(1, calls);

        void Call()
        {
            var mine = new CancellationTokenSource();
            lock (gate)
            {
                last?.Cancel();
                last = mine;
            }

            _ = Task.Delay(10, mine.Token).ContinueWith(_ => Interlocked.Increment(ref calls), TaskContinuationOptions.OnlyOnRanToCompletion);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Debounced_by_an_exchange_of_what_was_read()
    {
        var (calls, last) = (0, default(CancellationTokenSource));
        Twice(Call);
        await Task.Delay(30);
        Expect(1, calls);

        void Call()
        {
            var mine = new CancellationTokenSource();
            Volatile.Read(ref last)?.Cancel();
            Interlocked.Exchange(ref last, mine);
            _ = Task.Delay(10, mine.Token).ContinueWith(_ => Interlocked.Increment(ref calls), TaskContinuationOptions.OnlyOnRanToCompletion);
        }
    }

    [Correct]
    public static async Task Poller_ticks_by_the_test_s_clock()
    {
        var clock = new ManualClock();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        var tick = Task.Run(async () => await timer.WaitForNextTickAsync());
        clock.Advance();
        Expect(await tick);
    }

    /// <summary>Natively the clock goes on before the timer is there, and its tick never comes.</summary>
    [Broken(FailureKind.Deadlock)]
    public static async Task Clock_goes_on_before_the_poller_is_there()
    {
        var clock = new ManualClock();
        var tick = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
            return await timer.WaitForNextTickAsync();
        });
        clock.Advance();
        Expect(await tick);
    }

    [Correct]
    public static void One_line_at_a_time_to_the_console()
    {
        var output = new StringWriter();
        Redirected(output, () => Twice(() => Console.Write("ab")));
        Expect("abab", output.ToString());
    }

    [Broken(FailureKind.Assertion)]
    public static void Half_a_line_at_a_time_to_the_console()
    {
        var output = new StringWriter();
        Redirected(output, () => Twice(() =>
        {
            Console.Write("a");
            Console.Write("b");
        }));
        Expect("abab", output.ToString());
    }

    [Correct]
    public static void Sum_up_to_the_largest_number()
    {
        var seen = 0;
        Parallel.For(long.MaxValue - 3, long.MaxValue, _ => Interlocked.Increment(ref seen));
        Expect(3, seen);
    }

    [Broken(FailureKind.DataRace)]
    public static void Sum_up_to_the_largest_number_without_a_lock()
    {
        var seen = 0;
        Parallel.For(long.MaxValue - 3, long.MaxValue, _ => seen++);
        Expect(3, seen);
    }

    [Correct]
    public static void Closed_by_the_last_who_holds_it()
    {
        var resource = new Resource();
        Together(
            () =>
            {
                if (resource.TryHold())
                {
                    resource.Use();
                    resource.Release();
                }
            },
            resource.Release);
    }

    [Broken(FailureKind.Assertion)]
    public static void Closed_while_it_is_used()
    {
        var resource = new Resource();
        Together(resource.Use, resource.Release);
    }

    private static void Redirected(TextWriter output, Action act)
    {
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            act();
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    /// <summary>One task goes through what everybody asks for.</summary>
    private sealed class Mailbox : IAsyncDisposable
    {
        private readonly Channel<Action> asked = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
        private readonly Task loop;

        public Mailbox() => loop = Run();

        public Task<T> Ask<T>(Func<T> what)
        {
            var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            asked.Writer.TryWrite(() => answer.SetResult(what()));
            return answer.Task;
        }

        public async ValueTask DisposeAsync()
        {
            asked.Writer.Complete();
            await loop;
        }

        private async Task Run()
        {
            await foreach (var what in asked.Reader.ReadAllAsync())
                what();
        }
    }

    /// <summary>All its timers are due whenever the test says so.</summary>
    private sealed class ManualClock : TimeProvider
    {
        private readonly Lock gate = new();
        private readonly List<Action> timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
                timers.Add(() => callback(state));
            return new Nothing();
        }

        public void Advance()
        {
            Action[] due;
            lock (gate)
                due = [.. timers];
            foreach (var call in due)
                call();
        }

        private sealed class Nothing : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // It lives as long as its clock.
            }

            public ValueTask DisposeAsync() => default;
        }
    }

    private sealed class Resource
    {
        private int holders = 1;
        private int closed;

        public bool TryHold()
        {
            while (true)
            {
                var now = Volatile.Read(ref holders);
                if (now == 0)
                    return false;
                if (Interlocked.CompareExchange(ref holders, now + 1, now) == now)
                    return true;
            }
        }

        public void Use() => Expect(0, Volatile.Read(ref closed));

        public void Release()
        {
            if (Interlocked.Decrement(ref holders) == 0)
                Volatile.Write(ref closed, 1);
        }
    }
}
