namespace Corpus;

/// <summary>Structs in boxes, values behind type parameters, and what type initialisers do to others.</summary>
public static class Boxes
{
    private static int built;

    private interface ITally
    {
        int Total { get; }

        void Add();
    }

    [Correct]
    public static void Struct_behind_an_interface_with_a_lock()
    {
        ITally tally = default(Tally);
        Twice(() =>
        {
            lock (tally)
                tally.Add();
        });
        Expect(2, tally.Total);
    }

    [Broken(FailureKind.DataRace)]
    public static void Struct_behind_an_interface()
    {
        ITally tally = default(Tally);
        Twice(() => tally.Add());
        Expect(2, tally.Total);
    }

    [Correct]
    public static void Struct_behind_a_delegate_for_each()
    {
        Together(new Tally().Add, new Tally().Add);
    }

    [Broken(FailureKind.DataRace)]
    public static void Struct_behind_a_delegate()
    {
        Action add = new Tally().Add;
        Together(add, add);
    }

    [Correct]
    public static void Value_behind_a_type_parameter_with_a_lock()
    {
        var counter = new Counter();
        Twice(() =>
        {
            lock (counter)
                Store(ref counter.Value, Load(ref counter.Value) + 1);
        });
        Expect(2, counter.Value);
    }

    [Broken(FailureKind.DataRace)]
    public static void Value_behind_a_type_parameter()
    {
        var counter = new Counter();
        Twice(() => Store(ref counter.Value, Load(ref counter.Value) + 1));
        Expect(2, counter.Value);
    }

    [Correct]
    public static void Initialisers_that_count_atomically()
    {
        Together(() => Expect(AtomicFirst.Number > 0), () => Expect(AtomicSecond.Number > 0));
        Expect(2, built);
    }

    [Broken(FailureKind.DataRace)]
    public static void Initialisers_that_count()
    {
        Together(() => Expect(First.Number > 0), () => Expect(Second.Number > 0));
        Expect(2, built);
    }

    private static T Load<T>(ref T at)
        where T : allows ref struct => at;

    private static void Store<T>(ref T at, T value)
        where T : allows ref struct => at = value;

    private struct Tally : ITally
    {
        private int total;

        public readonly int Total => total;

        public void Add() => total++;
    }

    private sealed class Counter
    {
        public int Value;
    }

    private static class First
    {
        public static readonly int Number = ++built;
    }

    private static class Second
    {
        public static readonly int Number = ++built;
    }

    private static class AtomicFirst
    {
        public static readonly int Number = Interlocked.Increment(ref built);
    }

    private static class AtomicSecond
    {
        public static readonly int Number = Interlocked.Increment(ref built);
    }
}
