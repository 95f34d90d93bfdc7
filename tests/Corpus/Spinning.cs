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
}
