using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Corpus;

/// <summary>SpinLock, SpinWait and flags that are watched.</summary>
public static class Spinning
{
    private static SpinLock spin = new(enableThreadOwnerTracking: false);
    private static volatile bool ready;
    private static bool plainReady;
    private static int total;
    private static int taken;

    [Correct]
    public static void Spin_lock_by_reference()
    {
        Twice(() =>
        {
            var held = false;
            spin.Enter(ref held);
            total++;
            spin.Exit();
        });
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void Spin_lock_by_value() => Twice(() =>
    {
        var copy = spin;
        var held = false;
        copy.Enter(ref held);
        total++;
        copy.Exit();
    });

    [Correct]
    public static void Spins_until_a_volatile_flag() => Together(
        () =>
        {
            total = 42;
            ready = true;
        },
        () =>
        {
            SpinWait.SpinUntil(() => ready);
            Expect(42, total);
        });

    [Broken(FailureKind.DataRace)]
    public static void Spins_until_a_plain_flag() => Together(
        () =>
        {
            total = 42;
            plainReady = true;
        },
        () =>
        {
            while (!plainReady)
                Thread.SpinWait(1);
            Expect(42, total);
        });

    [Correct]
    public static void Test_and_set() => Twice(() =>
    {
        var wait = default(SpinWait);
        while (Interlocked.Exchange(ref taken, 1) == 1)
            wait.SpinOnce();
        total++;
        Volatile.Write(ref taken, 0);
    });

    [Broken(FailureKind.DataRace)]
    public static void Test_then_set() => Twice(() =>
    {
        while (Volatile.Read(ref taken) == 1)
            Thread.Yield();
        Volatile.Write(ref taken, 1);
        total++;
        Volatile.Write(ref taken, 0);
    });

    [Correct]
    public static void Tickets_are_served_in_order()
    {
        int next = 0, serving = 0;
        Twice(() =>
        {
            var mine = Interlocked.Increment(ref next) - 1;
            while (Volatile.Read(ref serving) != mine)
                Thread.Yield();
            total++;
            Volatile.Write(ref serving, mine + 1);
        });
        Expect(2, total);
    }

    [Broken(FailureKind.Livelock)]
    public static void A_ticket_nobody_serves()
    {
        int next = 0, serving = 0;
        Twice(() =>
        {
            var mine = Interlocked.Increment(ref next);
            while (Volatile.Read(ref serving) != mine)
                Thread.Yield();
            Volatile.Write(ref serving, mine + 1);
        });
    }

    [Correct]
    public static void Update_of_what_was_seen() => Twice(Update(static seen => seen));

    [Broken(FailureKind.Livelock)]
    public static void Update_of_what_was_never_there() => Twice(Update(static seen => seen with { Owner = "nobody" }));

    [Correct]
    public static async Task Read_again_and_again_until_it_is_written()
    {
        var channel = Channel.CreateUnbounded<int>();
        var reader = Task.Run(() => Read(channel.Reader));
        channel.Writer.TryWrite(1);
        await reader;
    }

    [Broken(FailureKind.Livelock)]
    public static void Read_again_and_again_what_nobody_writes() => Read(Channel.CreateUnbounded<int>().Reader);

    [Correct]
    public static async Task Write_again_and_again_until_there_is_room()
    {
        var channel = Full();
        var writer = Task.Run(() => Write(channel.Writer));
        await channel.Reader.ReadAsync();
        await writer;
    }

    [Broken(FailureKind.Livelock)]
    public static void Write_again_and_again_where_nobody_makes_room() => Write(Full().Writer);

    [Correct]
    public static async Task Take_again_and_again_until_it_is_added()
    {
        using var jobs = new BlockingCollection<int>();
        var worker = Task.Run(() => TakeFrom(jobs));
        jobs.Add(1);
        await worker;
    }

    [Broken(FailureKind.Livelock)]
    public static void Take_again_and_again_what_nobody_adds()
    {
        using var jobs = new BlockingCollection<int>();
        TakeFrom(jobs);
    }

    private static Action Update(Func<Lease, Lease> expected)
    {
        var leases = new ConcurrentDictionary<string, Lease>();
        leases.TryAdd("leader", new Lease("", 0));
        return () =>
        {
            while (leases.TryGetValue("leader", out var seen))
            {
                if (leases.TryUpdate("leader", seen with { Term = seen.Term + 1 }, expected(seen)))
                    return;
            }
        };
    }

    private static int Read(ChannelReader<int> reader)
    {
        int item;
        while (!reader.TryRead(out item))
            Thread.Yield();
        return item;
    }

    private static Channel<int> Full()
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        return channel;
    }

    private static void Write(ChannelWriter<int> writer)
    {
        while (!writer.TryWrite(2))
            Thread.SpinWait(20);
    }

    private static int TakeFrom(BlockingCollection<int> jobs)
    {
        var spin = default(SpinWait);
        int item;
        while (!jobs.TryTake(out item))
            spin.SpinOnce();
        return item;
    }

    private readonly record struct Lease(string Owner, int Term);
}
