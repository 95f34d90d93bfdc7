using System.Threading.Channels;

namespace Corpus;

/// <summary>Channel&lt;T&gt;, bounded and not.</summary>
public static class Channels
{
    [Correct]
    public static async Task Completed_by_the_producer()
    {
        var channel = Channel.CreateUnbounded<int>();
        var sum = 0;
        await Together(
            async () =>
            {
                for (var i = 1; i <= 3; i++)
                    await channel.Writer.WriteAsync(i);
                channel.Writer.Complete();
            },
            async () =>
            {
                await foreach (var item in channel.Reader.ReadAllAsync())
                    sum += item;
            });
        Expect(6, sum);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Never_completed()
    {
        var channel = Channel.CreateUnbounded<int>();
        await Together(
            async () => await channel.Writer.WriteAsync(1),
            async () =>
            {
                await foreach (var item in channel.Reader.ReadAllAsync())
                    Expect(1, item);
            });
    }

    [Correct]
    public static async Task Completed_after_both_producers()
    {
        var channel = Channel.CreateBounded<int>(1);
        var sum = 0;
        await Together(
            async () =>
            {
                await Twice(async () => await channel.Writer.WriteAsync(1));
                channel.Writer.Complete();
            },
            async () =>
            {
                await foreach (var item in channel.Reader.ReadAllAsync())
                    sum += item;
            });
        Expect(2, sum);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Completed_by_the_first_producer()
    {
        var channel = Channel.CreateUnbounded<int>();
        await Twice(async () =>
        {
            await channel.Writer.WriteAsync(1);
            channel.Writer.TryComplete();
        });
    }

    [Correct]
    public static async Task Waits_for_room()
    {
        var channel = Channel.CreateBounded<int>(1);
        Expect(3, await Through(channel, async item => await channel.Writer.WriteAsync(item)));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Does_not_wait_for_room()
    {
        var channel = Channel.CreateBounded<int>(1);
        Expect(3, await Through(channel, async item => channel.Writer.TryWrite(item)));
    }

    [Correct]
    public static async Task Full_but_waiting()
    {
        var options = new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.Wait };
        var channel = Channel.CreateBounded<int>(options);
        Expect(3, await Through(channel, async item => await channel.Writer.WriteAsync(item)));
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Full_and_dropping()
    {
        var options = new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest };
        var channel = Channel.CreateBounded<int>(options);
        Expect(3, await Through(channel, async item => await channel.Writer.WriteAsync(item)));
    }

    [Correct]
    public static async Task Two_readers_that_may_come_too_late() => await TwoReaders(async reader =>
    {
        while (await reader.WaitToReadAsync())
        {
            if (reader.TryRead(out var item))
                return item;
        }

        return 0;
    });

    [Broken(FailureKind.Assertion)]
    public static async Task Two_readers_that_count_on_it() => await TwoReaders(async reader =>
    {
        if (await reader.WaitToReadAsync())
            Expect(reader.TryRead(out _));
        return 0;
    });

    [Correct]
    public static async Task One_reader_keeps_the_order() => await Readers(1);

    [Broken(FailureKind.Assertion)]
    public static async Task Two_readers_do_not() => await Readers(2);

    [Correct]
    public static async Task Handed_over() => await HandOver(after: 0);

    [Broken(FailureKind.DataRace)]
    public static async Task Changed_after_it_was_handed_over() => await HandOver(after: 1);

    private static async Task<int> Through(Channel<int> channel, Func<int, Task> write)
    {
        var count = 0;
        await Together(
            async () =>
            {
                for (var i = 0; i < 3; i++)
                    await write(i);
                channel.Writer.Complete();
            },
            async () =>
            {
                await foreach (var item in channel.Reader.ReadAllAsync())
                    count++;
            });
        return count;
    }

    private static async Task TwoReaders(Func<ChannelReader<int>, Task<int>> read)
    {
        var channel = Channel.CreateUnbounded<int>();
        var readers = Twice(async () => await read(channel.Reader));
        await channel.Writer.WriteAsync(1);
        await Task.Delay(10);
        channel.Writer.Complete();
        await readers;
    }

    private static async Task Readers(int count)
    {
        var channel = Channel.CreateUnbounded<int>();
        var seen = new List<int>();
        for (var i = 1; i <= 3; i++)
            channel.Writer.TryWrite(i);
        channel.Writer.Complete();
        await Together([.. Enumerable.Repeat(Read, count)]);
        Expect(seen is [1, 2, 3]);

        async Task Read()
        {
            await foreach (var item in channel.Reader.ReadAllAsync())
            {
                lock (seen)
                    seen.Add(item);
            }
        }
    }

    private static async Task HandOver(int after)
    {
        var channel = Channel.CreateUnbounded<int[]>();
        await Together(
            async () =>
            {
                int[] message = [1];
                await channel.Writer.WriteAsync(message);
                if (after > 0)
                    message[0] = after;
            },
            async () =>
            {
                var message = await channel.Reader.ReadAsync();
                Expect(1, message[0]++);
            });
    }
}
