using System.Collections.Concurrent;

namespace Corpus;

/// <summary>Small data structures as libraries have them: stacks, rings, caches, gates.</summary>
public static partial class Structures
{
    private static int total;

    [Correct]
    public static void Stack_without_locks()
    {
        var stack = new Treiber<int>();
        Together(() => stack.Push(1), () => stack.Push(2), () => total += stack.TryPop(out var item) ? item : 0);
        while (stack.TryPop(out var item))
            total += item;
        Expect(3, total);
    }

    [Broken(FailureKind.Assertion)]
    public static void Stack_that_pushes_without_comparing()
    {
        var stack = new Treiber<int> { Careless = true };
        Together(() => stack.Push(1), () => stack.Push(2));
        while (stack.TryPop(out var item))
            total += item;
        Expect(3, total);
    }

    [Correct]
    public static void Ring_of_one_producer_and_one_consumer()
    {
        var ring = new Ring(2);
        Together(
            () => Array.ForEach([1, 2, 3], item => SpinWait.SpinUntil(() => ring.TryWrite(item))),
            () =>
            {
                for (var i = 1; i <= 3; i++)
                {
                    var item = 0;
                    SpinWait.SpinUntil(() => ring.TryRead(out item));
                    Expect(i, item);
                }
            });
    }

    [Broken(FailureKind.DataRace)]
    public static void Ring_of_two_producers()
    {
        var ring = new Ring(4);
        Twice(() => ring.TryWrite(1));
    }

    [Correct]
    public static void Cache_that_makes_each_value_once()
    {
        var made = 0;
        var cache = new ConcurrentDictionary<string, Lazy<int>>();
        Twice(() => Expect(1, cache.GetOrAdd("key", _ => new Lazy<int>(() => Interlocked.Increment(ref made))).Value));
    }

    [Broken(FailureKind.Assertion)]
    public static void Cache_that_makes_a_value_for_each()
    {
        var made = 0;
        var cache = new ConcurrentDictionary<string, int>();
        Twice(() => Expect(1, cache.GetOrAdd("key", _ => Interlocked.Increment(ref made))));
    }

    [Correct]
    public static async Task One_flight_for_all_who_ask()
    {
        var flights = new Flights(atOnce: true);
        var answers = await Task.WhenAll(Task.Run(flights.AskAsync), Task.Run(flights.AskAsync));
        Expect(answers is [1, 1] or [1, 2] or [2, 1]);
        Expect(flights.Most == 1, "two at once");
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Two_flights_for_two_who_ask()
    {
        var flights = new Flights(atOnce: false);
        await Task.WhenAll(Task.Run(flights.AskAsync), Task.Run(flights.AskAsync));
        Expect(flights.Most == 1, "two at once");
    }

    [Correct]
    public static void Readers_and_a_writer_by_hand()
    {
        var gate = new ManualReaderWriter();
        Together(
            () =>
            {
                gate.EnterWrite();
                total++;
                total++;
                gate.ExitWrite();
            },
            Read,
            Read);

        void Read()
        {
            gate.EnterRead();
            Expect(total is 0 or 2);
            gate.ExitRead();
        }
    }

    [Broken(FailureKind.Deadlock)]
    public static void Readers_that_wake_no_writer()
    {
        var gate = new ManualReaderWriter { Sleepy = true };
        Together(Write, Read);

        void Write()
        {
            gate.EnterWrite();
            gate.ExitWrite();
        }

        void Read()
        {
            gate.EnterRead();
            gate.ExitRead();
        }
    }

    [Correct]
    public static void Listeners_copied_on_write()
    {
        var listeners = new Listeners();
        Together(() => listeners.Add(() => Interlocked.Increment(ref total)), listeners.Raise, listeners.Raise);
    }

    [Broken(FailureKind.DataRace)]
    public static void Listeners_in_one_list()
    {
        List<Action> listeners = [() => Interlocked.Increment(ref total)];
        Together(() => listeners.Add(() => { }), () => listeners.ForEach(listener => listener()));
    }

    [Correct]
    public static void Latch_built_on_a_monitor()
    {
        var latch = new Latch(2);
        Together(Done, Done, () =>
        {
            latch.Wait();
            Expect(2, total);
        });

        void Done()
        {
            Interlocked.Increment(ref total);
            latch.CountDown();
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Latch_that_opens_one_too_early()
    {
        var latch = new Latch(1);
        Together(Done, Done, () =>
        {
            latch.Wait();
            Expect(2, Volatile.Read(ref total));
        });

        void Done()
        {
            Interlocked.Increment(ref total);
            latch.CountDown();
        }
    }

    [Correct]
    public static void State_machine_that_moves_by_comparison()
    {
        var state = State.Idle;
        Twice(() =>
        {
            if (Interlocked.CompareExchange(ref state, State.Running, State.Idle) != State.Idle)
                return;
            total++;
            Interlocked.Exchange(ref state, State.Done);
        });
        Expect(1, total);
        Expect(State.Done, state);
    }

    [Broken(FailureKind.Assertion)]
    public static void State_machine_that_looks_then_moves()
    {
        var state = (int)State.Idle;
        Twice(() =>
        {
            if (Volatile.Read(ref state) != (int)State.Idle)
                return;
            Volatile.Write(ref state, (int)State.Running);
            Expect(1, Interlocked.Increment(ref total));
            Volatile.Write(ref state, (int)State.Done);
        });
    }

    [Correct]
    public static void Sequence_lock_reads_again()
    {
        var pair = new SequencePair();
        Together(() => pair.Write(1), () =>
        {
            var (left, right) = pair.Read();
            Expect(left, right);
        });
    }

    [Broken(FailureKind.Assertion)]
    public static void Sequence_lock_read_once()
    {
        var pair = new SequencePair { ReadsOnce = true };
        Together(() => pair.Write(1), () =>
        {
            var (left, right) = pair.Read();
            Expect(left, right);
        });
    }
}
