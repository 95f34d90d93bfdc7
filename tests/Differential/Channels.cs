namespace Differential;

public static class Channels
{
    public static IEnumerable<Case> Arguments() =>
    [
        Act(() => Channel.CreateBounded<int>(-1)),
        Act(() => Channel.CreateBounded<int>(null)),
        Act(() => Channel.CreateUnbounded<int>(null)),
        Act(() => Channel.CreateUnboundedPrioritized<int>(null)),
        Act(() => Channel.CreateUnbounded<int>().Writer.TryWrite(1)),
        Act(() => Channel.CreateUnbounded<int>().Reader.CanCount),
        Act(() => Channel.CreateUnbounded<int>().Reader.CanPeek),
        Act(() => Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true }).Reader.CanCount),
        Act(() => Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true }).Reader.CanPeek),
        Act(() => Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true }).Reader.Count),
        Act(() => Channel.CreateBounded<int>(1).Reader.CanCount),
        Act(() => Channel.CreateBounded<int>(1).Reader.CanPeek),
        Act(() => Channel.CreateBounded<int>(1).Reader.Count),
        Act(() => Channel.CreateUnboundedPrioritized<int>().Reader.CanCount),
        Act(() => Channel.CreateUnboundedPrioritized<int>().Reader.CanPeek),
        Act(() => Channel.CreateUnboundedPrioritized<int>().Reader.Count),
    ];

    public static IEnumerable<Case> Writes_and_reads() => Each(async (log, channel) =>
    {
        log.Try(() => channel.Reader.TryRead(out var none));
        log.Try(() => channel.Writer.TryWrite(1));
        await log.Await(() => channel.Writer.WriteAsync(2));
        await log.Await(() => channel.Reader.WaitToReadAsync());
        log.Try(() => channel.Reader.TryRead(out var one) ? one : 0);
        await log.Await(() => channel.Reader.ReadAsync());
        log.Try(() => channel.Reader.TryRead(out var none));
        await log.Await(() => channel.Writer.WaitToWriteAsync());
    });

    public static IEnumerable<Case> Completed_while_empty() => Each(async (log, channel) =>
    {
        log.Is(channel.Reader.Completion.IsCompleted);
        log.Try(() => channel.Writer.TryComplete());
        log.Try(() => channel.Writer.TryComplete());
        log.Try(() => channel.Writer.Complete());
        log.Try(() => channel.Writer.TryWrite(1));
        await log.Await(() => channel.Writer.WriteAsync(2));
        await log.Await(() => channel.Writer.WaitToWriteAsync());
        await log.Await(() => channel.Reader.WaitToReadAsync());
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
        await log.Await(() => channel.Reader.ReadAllAsync().GetAsyncEnumerator().MoveNextAsync());
    });

    public static IEnumerable<Case> Failed_while_empty() => Each(async (log, channel) =>
    {
        channel.Writer.Complete(new FormatException("broken"));
        log.Try(() => channel.Writer.TryComplete(new FormatException("again")));
        log.Try(() => channel.Writer.Complete(new FormatException("again")));
        log.Try(() => channel.Writer.TryWrite(1));
        await log.Await(() => channel.Writer.WriteAsync(2));
        await log.Await(() => channel.Writer.WaitToWriteAsync());
        await log.Await(() => channel.Reader.WaitToReadAsync());
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
        log.Is(channel.Reader.Completion);
        await log.Await(() => channel.Reader.ReadAllAsync().GetAsyncEnumerator().MoveNextAsync());
    });

    public static IEnumerable<Case> Completed_as_cancelled() => Each(async (log, channel) =>
    {
        log.Token = new CancellationToken(true);
        channel.Writer.Complete(new OperationCanceledException("stop", log.Token));
        await log.Await(() => channel.Writer.WriteAsync(2));
        await log.Await(() => channel.Writer.WaitToWriteAsync());
        await log.Await(() => channel.Reader.WaitToReadAsync());
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
        log.Is(channel.Reader.Completion.Status);
        await log.Await(() => channel.Reader.ReadAllAsync().GetAsyncEnumerator().MoveNextAsync());
    });

    public static IEnumerable<Case> Completed_with_items_left() => Each(async (log, channel) =>
    {
        channel.Writer.TryWrite(1);
        channel.Writer.Complete(new FormatException("later"));
        log.Is(channel.Reader.Completion.IsCompleted);
        await log.Await(() => channel.Reader.WaitToReadAsync());
        await log.Await(() => channel.Reader.ReadAsync());
        log.Is(channel.Reader.Completion.IsCompleted);
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
    });

    public static IEnumerable<Case> Completed_while_readers_wait() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync().AsTask();
        channel.Writer.Complete();
        await log.Await(() => reading);
        log.Is(reading);
    });

    public static IEnumerable<Case> Completed_while_one_waits_to_read() => Each(async (log, channel) =>
    {
        var waiting = channel.Reader.WaitToReadAsync().AsTask();
        channel.Writer.Complete();
        await log.Await(() => waiting);
    });

    public static IEnumerable<Case> Failed_while_readers_wait() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync().AsTask();
        channel.Writer.Complete(new FormatException("broken"));
        await log.Await(() => reading);
        log.Is(reading);
    });

    public static IEnumerable<Case> Failed_while_one_waits_to_read() => Each(async (log, channel) =>
    {
        var waiting = channel.Reader.WaitToReadAsync().AsTask();
        channel.Writer.Complete(new FormatException("broken"));
        await log.Await(() => waiting);
        log.Is(waiting);
    });

    public static IEnumerable<Case> Cancelled_as_completed_while_readers_wait() => Each(async (log, channel) =>
    {
        var waiting = channel.Reader.WaitToReadAsync().AsTask();
        log.Token = new CancellationToken(true);
        channel.Writer.Complete(new OperationCanceledException(log.Token));
        await log.Await(() => waiting);
        log.Is(waiting);
    });

    public static IEnumerable<Case> A_value_task_is_awaited_once() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync();
        log.Is(reading.IsCompleted);
        channel.Writer.TryWrite(7);
        await log.Await(() => reading);
        await log.Await(() => reading);
        log.Try(() => reading.IsCompleted);
        log.Try(() => reading.IsCompletedSuccessfully);
        log.Try(() => reading.IsFaulted);
        log.Try(() => reading.AsTask());
        log.Try(() => reading.Result);
        log.Try(() => reading.GetAwaiter().GetResult());
    });

    public static IEnumerable<Case> A_value_task_of_a_wait_is_awaited_once() => Each(async (log, channel) =>
    {
        var waiting = channel.Reader.WaitToReadAsync();
        channel.Writer.TryWrite(7);
        await log.Await(() => waiting);
        await log.Await(() => waiting);
    });

    public static IEnumerable<Case> A_value_task_that_had_its_value_is_awaited_again() => Each(async (log, channel) =>
    {
        channel.Writer.TryWrite(7);
        var reading = channel.Reader.ReadAsync();
        await log.Await(() => reading);
        await log.Await(() => reading);
        log.Try(() => reading.Result);
    });

    public static IEnumerable<Case> A_value_task_is_turned_into_a_task_once() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync();
        var task = reading.AsTask();
        log.Try(() => ReferenceEquals(reading.AsTask(), task));
        channel.Writer.TryWrite(7);
        await log.Await(() => task);
        await log.Await(() => task);
        log.Is(task);
    });

    public static IEnumerable<Case> A_kept_value_task_is_awaited_twice() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync().Preserve();
        channel.Writer.TryWrite(7);
        await log.Await(() => reading);
        await log.Await(() => reading);
    });

    public static IEnumerable<Case> Two_continuations_on_one_value_task() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync();
        reading.GetAwaiter().UnsafeOnCompleted(() => { });
        log.Try(() => reading.GetAwaiter().UnsafeOnCompleted(() => { }));
    });

    public static IEnumerable<Case> The_result_of_a_read_that_waits() => Each(async (log, channel) =>
    {
        var reading = channel.Reader.ReadAsync();
        log.Try(() => reading.GetAwaiter().GetResult());
        channel.Writer.TryWrite(1);
        await log.Await(() => reading);
    });

    public static IEnumerable<Case> Several_readers_in_order() => Each(async (log, channel) =>
    {
        var (first, second) = (channel.Reader.ReadAsync().AsTask(), channel.Reader.ReadAsync().AsTask());
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        await log.Await(() => first);
        await log.Await(() => second);
    }, singleReader: false);

    public static IEnumerable<Case> Peeking() => Each(async (log, channel) =>
    {
        if (!channel.Reader.CanPeek)
            return;
        log.Try(() => channel.Reader.TryPeek(out _));
        channel.Writer.TryWrite(1);
        log.Try(() => channel.Reader.TryPeek(out var item) ? item : 0);
        if (channel.Reader.CanCount)
            log.Is(channel.Reader.Count);
    });

    public static async Task Full_channel(Log log)
    {
        var channel = Channel.CreateBounded<int>(1);
        log.Try(() => channel.Writer.TryWrite(1));
        log.Try(() => channel.Writer.TryWrite(2));
        var writing = channel.Writer.WriteAsync(3);
        var waiting = channel.Writer.WaitToWriteAsync().AsTask();
        log.Is(writing.IsCompleted);
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => writing);
        await log.Await(() => writing);
        log.Is(waiting.IsCompleted);
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => waiting);
    }

    public static async Task Writers_that_wait_when_it_is_completed(Log log)
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        var writing = channel.Writer.WriteAsync(2).AsTask();
        var waiting = channel.Writer.WaitToWriteAsync().AsTask();
        channel.Writer.Complete();
        await log.Await(() => writing);
        await log.Await(() => waiting);
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
    }

    public static async Task Writers_that_wait_when_it_fails(Log log)
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        var writing = channel.Writer.WriteAsync(2).AsTask();
        var waiting = channel.Writer.WaitToWriteAsync().AsTask();
        channel.Writer.Complete(new FormatException("broken"));
        await log.Await(() => writing);
        await log.Await(() => waiting);
    }

    public static async Task A_cancelled_writer_leaves_nothing(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        var writing = channel.Writer.WriteAsync(2, source.Token);
        source.Cancel();
        await log.Await(() => writing);
        await log.Await(() => channel.Reader.ReadAsync());
        log.Try(() => channel.Reader.TryRead(out _));
    }

    public static async Task A_cancelled_reader_takes_nothing(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var channel = Channel.CreateUnbounded<int>();
        var reading = channel.Reader.ReadAsync(source.Token);
        source.Cancel();
        await log.Await(() => reading);
        await log.Await(() => reading);
        channel.Writer.TryWrite(1);
        log.Try(() => channel.Reader.TryRead(out var item) ? item : 0);
    }

    public static async Task Without_room(Log log)
    {
        var channel = Channel.CreateBounded<int>(0);
        log.Is(channel.Reader.CanCount);
        log.Is(channel.Reader.CanPeek);
        log.Is(channel.Reader.Count);
        log.Try(() => channel.Writer.TryWrite(1));
        log.Try(() => channel.Reader.TryRead(out _));
        var writing = channel.Writer.WriteAsync(2);
        log.Is(writing.IsCompleted);
        log.Is(channel.Reader.Count);
        log.Try(() => channel.Reader.TryPeek(out var seen) ? seen : 0);
        await log.Await(() => channel.Reader.WaitToReadAsync());
        log.Try(() => channel.Reader.TryRead(out var item) ? item : 0);
        await log.Await(() => writing);
        var reading = channel.Reader.ReadAsync();
        await log.Await(() => channel.Writer.WaitToWriteAsync());
        log.Try(() => channel.Writer.TryWrite(3));
        await log.Await(() => reading);
        var waiting = channel.Reader.WaitToReadAsync().AsTask();
        var last = channel.Writer.WriteAsync(4).AsTask();
        await log.Await(() => waiting);
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => last);
    }

    public static async Task Without_room_and_completed(Log log)
    {
        var channel = Channel.CreateBounded<int>(0);
        var writing = channel.Writer.WriteAsync(1).AsTask();
        channel.Writer.Complete();
        await log.Await(() => writing);
        log.Try(() => channel.Reader.TryRead(out _));
        log.Try(() => channel.Reader.TryPeek(out _));
        await log.Await(() => channel.Reader.ReadAsync());
        await log.Await(() => channel.Reader.Completion);
    }

    public static async Task Without_room_readers_wait_when_it_is_completed(Log log)
    {
        var channel = Channel.CreateBounded<int>(0);
        var reading = channel.Reader.ReadAsync().AsTask();
        channel.Writer.Complete(new FormatException("broken"));
        await log.Await(() => reading);
        await log.Await(() => channel.Writer.WaitToWriteAsync());
    }

    public static async Task Without_room_dropping(Log log)
    {
        var channel = Channel.CreateBounded<int>(
            new BoundedChannelOptions(0) { FullMode = BoundedChannelFullMode.DropWrite }, dropped => log.Add($"dropped {dropped}"));
        log.Try(() => channel.Writer.TryWrite(1));
        await log.Await(() => channel.Writer.WriteAsync(2));
        var reading = channel.Reader.ReadAsync();
        await log.Await(() => channel.Writer.WriteAsync(3));
        await log.Await(() => reading);
        await log.Await(() => channel.Writer.WaitToWriteAsync());
    }

    public static async Task A_second_reader_where_there_may_be_one(Log log)
    {
        var channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        var (first, second) = (channel.Reader.ReadAsync().AsTask(), channel.Reader.ReadAsync().AsTask());
        await log.Await(() => first);
        log.Is(first);
        channel.Writer.TryWrite(1);
        await log.Await(() => second);
        var (third, fourth) = (channel.Reader.WaitToReadAsync().AsTask(), channel.Reader.WaitToReadAsync().AsTask());
        await log.Await(() => third);
        channel.Writer.TryWrite(1);
        await log.Await(() => fourth);
    }

    public static async Task All_items_asked_with_a_cancelled_token(Log log)
    {
        log.Token = new CancellationToken(true);
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        await log.Await(() => channel.Reader.ReadAllAsync(log.Token).GetAsyncEnumerator().MoveNextAsync());
        log.Is(channel.Reader.Count);
    }

    public static async Task All_items_of_a_failed_channel(Log log)
    {
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        channel.Writer.Complete(new FormatException("broken"));
        var items = channel.Reader.ReadAllAsync().GetAsyncEnumerator();
        await log.Await(() => items.MoveNextAsync());
        log.Is(items.Current);
        await log.Await(() => items.MoveNextAsync());
        await log.Await(() => items.MoveNextAsync());
        await log.Await(() => items.DisposeAsync());
        await log.Await(() => items.MoveNextAsync());
    }

    public static async Task All_items_with_two_tokens(Log log)
    {
        using CancellationTokenSource one = new(), other = new();
        log.Token = one.Token;
        var items = Channel.CreateUnbounded<int>().Reader.ReadAllAsync(one.Token).GetAsyncEnumerator(other.Token);
        var moving = items.MoveNextAsync();
        other.Cancel();
        await log.Await(() => moving);
        await log.Await(() => items.DisposeAsync());
    }

    public static IEnumerable<Case> Dropping() =>
        Enum.GetValues<BoundedChannelFullMode>().Select(mode => new Case($"{mode}", async log =>
        {
            var channel = Channel.CreateBounded<int>(
                new BoundedChannelOptions(2) { FullMode = mode }, dropped => log.Add($"dropped {dropped}"));
            for (var i = 1; i <= 4; i++)
                log.Try(() => channel.Writer.TryWrite(i));
            if (mode != BoundedChannelFullMode.Wait)
                await log.Await(() => channel.Writer.WriteAsync(5));
            log.Is(channel.Reader.Count);
            channel.Writer.Complete();
            await foreach (var item in channel.Reader.ReadAllAsync())
                log.Add(item);
            await log.Await(() => channel.Reader.Completion);
        }));

    public static async Task Priorities(Log log)
    {
        var channel = Channel.CreateUnboundedPrioritized(
            new UnboundedPrioritizedChannelOptions<int> { Comparer = Comparer<int>.Create((a, b) => b.CompareTo(a)) });
        foreach (var item in new[] { 2, 3, 1 })
            channel.Writer.TryWrite(item);
        channel.Writer.Complete();
        await foreach (var item in channel.Reader.ReadAllAsync())
            log.Add(item);
    }

    public static async Task All_items_with_a_token_that_is_cancelled_between(Log log)
    {
        using var source = new CancellationTokenSource();
        log.Token = source.Token;
        var channel = Channel.CreateUnbounded<int>();
        channel.Writer.TryWrite(1);
        channel.Writer.TryWrite(2);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(source.Token))
            {
                log.Add(item);
                source.Cancel();
            }
        }
        catch (OperationCanceledException e)
        {
            log.Add(e);
        }

        log.Try(() => channel.Reader.TryRead(out var item) ? item : 0);
    }

    public static async Task A_channel_cast_to_its_ends(Log log)
    {
        var channel = Channel.CreateUnbounded<int>();
        ChannelReader<int> reader = channel;
        ChannelWriter<int> writer = channel;
        log.Try(() => writer.TryWrite(4));
        await log.Await(() => reader.ReadAsync());
        log.Is(ReferenceEquals(reader, channel.Reader));
    }

    private static IEnumerable<Case> Each(Func<Log, Channel<int>, Task> program, bool singleReader = true)
    {
        yield return new("unbounded", log => program(log, Channel.CreateUnbounded<int>()));
        yield return new("bounded", log => program(log, Channel.CreateBounded<int>(5)));
        yield return new("prioritized", log => program(log, Channel.CreateUnboundedPrioritized<int>()));
        yield return new("synchronous", log => program(log, Channel.CreateUnbounded<int>(new UnboundedChannelOptions { AllowSynchronousContinuations = true })));
        yield return new("synchronous bounded", log => program(log, Channel.CreateBounded<int>(new BoundedChannelOptions(5) { AllowSynchronousContinuations = true })));
        yield return new("single writer", log => program(log, Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleWriter = true })));
        if (singleReader)
            yield return new("single reader", log => program(log, Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true })));
        yield return new("dropping", log => program(log, Channel.CreateBounded<int>(new BoundedChannelOptions(5) { FullMode = BoundedChannelFullMode.DropOldest })));
    }
}
