using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Interleaving.NUnit.Tests;

/// <summary>Whatever several cores change in turn moves from one to the next, whether it is memory or an object of the platform.</summary>
[TestFixture]
internal sealed class CoresAndTransfersTests
{
    private const int Workers = 4;
    private const int Turns = 250;

    private static readonly ConcurrentDictionary<string, Func<Action>> Shared = new(StringComparer.Ordinal)
    {
        ["an atomic number"] = static () =>
        {
            var number = 0;
            return () => Interlocked.Increment(ref number);
        },
        ["a lock"] = static () =>
        {
            var gate = new Lock();
            return () =>
            {
                lock (gate)
                {
                }
            };
        },
        ["a monitor"] = static () =>
        {
            var gate = new object();
            return () =>
            {
                Monitor.Enter(gate);
                Monitor.Exit(gate);
            };
        },
        ["a spin lock"] = static () =>
        {
            var gate = new SpinLock(enableThreadOwnerTracking: false);
            return () =>
            {
                var taken = false;
                gate.Enter(ref taken);
                gate.Exit();
            };
        },
        ["a lock for reading"] = static () =>
        {
            var gate = new ReaderWriterLockSlim();
            return () =>
            {
                gate.EnterReadLock();
                gate.ExitReadLock();
            };
        },
        ["a lock for writing"] = static () =>
        {
            var gate = new ReaderWriterLockSlim();
            return () =>
            {
                gate.EnterWriteLock();
                gate.ExitWriteLock();
            };
        },
        ["permits"] = static () =>
        {
            var permits = new SemaphoreSlim(Workers);
            return () =>
            {
                permits.Wait();
                permits.Release();
            };
        },
        ["a mutex"] = static () =>
        {
            var mutex = new Mutex();
            return () =>
            {
                mutex.WaitOne();
                mutex.ReleaseMutex();
            };
        },
        ["a queue"] = static () =>
        {
            var queue = new ConcurrentQueue<int>();
            return () => queue.Enqueue(1);
        },
        ["a stack"] = static () =>
        {
            var stack = new ConcurrentStack<int>();
            return () => stack.Push(1);
        },
        ["a blocking collection"] = static () =>
        {
            var items = new BlockingCollection<int>();
            return () => items.Add(1);
        },
        ["a channel"] = static () =>
        {
            var channel = Channel.CreateUnbounded<int>();
            return () => channel.Writer.TryWrite(1);
        },
        ["one key of a dictionary"] = static () =>
        {
            var counts = new ConcurrentDictionary<int, int>();
            return () => counts.AddOrUpdate(0, 1, static (_, count) => count + 1);
        },
    };

    private static IEnumerable<string> Names => Shared.Keys.Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void What_all_cores_change_moves_with_nearly_every_turn(string name)
    {
        var make = Shared[name];
        var profile = Cores.Run(Workers, () =>
        {
            var act = make();
            TakeTurns(_ => act);
        });
        profile.Transfers.ShouldBeGreaterThan(Workers * Turns * 3 / 4, profile.ToString());
    }

    [TestCaseSource(nameof(Names))]
    public void What_each_core_has_for_itself_stays_there(string name)
    {
        var make = Shared[name];
        Cores.Run(Workers, () => TakeTurns(_ => make())).Transfers.ShouldBe(0);
    }

    [Test]
    public void Keys_of_their_own_and_bags_stay_where_they_are()
    {
        var profile = Cores.Run(Workers, () =>
        {
            var counts = new ConcurrentDictionary<int, int>();
            var bag = new ConcurrentBag<int>();
            TakeTurns(worker => () =>
            {
                counts.AddOrUpdate(worker, 1, static (_, count) => count + 1);
                bag.Add(worker);
            });
        });
        profile.Transfers.ShouldBe(0);
    }

    private static void TakeTurns(Func<int, Action> acts)
    {
        var threads = Enumerable.Range(0, Workers).Select(worker => new Thread(() =>
        {
            var act = acts(worker);
            for (var turn = 0; turn < Turns; turn++)
                act();
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
    }
}
