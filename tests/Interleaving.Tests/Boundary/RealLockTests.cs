namespace Interleaving.Tests.Boundary;

/// <summary>Locks of the platform that the engine does not see, held while code of the program is called back.</summary>
internal sealed class RealLockTests
{
    private const string Writers = """
        public sealed class Ledger : TextWriter
        {
            public int Balance;
            public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
            public override void Write(int amount) { var before = Balance; Balance = before + amount; }
            public override void Write(long amount) { Task.Run(() => Self!.Write(1)).Wait(); }
            public TextWriter? Self;
        }
        public sealed class Key(string name)
        {
            public static int Compared;
            public override int GetHashCode() { Interlocked.Increment(ref Compared); return name.Length; }
            public override bool Equals(object? other) { Interlocked.Increment(ref Compared); return other is Key; }
        }
        public static class P
        {
            public static void Mended()
            {
                var ledger = new Ledger();
                var gate = TextWriter.Synchronized(ledger);
                Task.WaitAll(Task.Run(() => gate.Write(1)), Task.Run(() => gate.Write(2)), Task.Run(() => gate.Write(3)));
                if (ledger.Balance != 6) throw new InvalidOperationException("lost");
            }
            public static void Broken()
            {
                var ledger = new Ledger();
                var gate = TextWriter.Synchronized(ledger);
                var count = 0;
                void Count(int amount) { gate.Write(amount); count++; }
                Task.WaitAll(Task.Run(() => Count(1)), Task.Run(() => Count(2)));
                if (count != 2) throw new InvalidOperationException("lost");
            }
            public static void Waits_inside()
            {
                var ledger = new Ledger();
                ledger.Self = TextWriter.Synchronized(ledger);
                ledger.Self.Write(5L);
            }
            public static void Waits_once()
            {
                // What no execution resets: only the very first one waits.
                if (string.IsInterned("has waited " + 1) is null)
                {
                    string.Intern("has waited " + 1);
                    Waits_inside();
                }

                Twice();
            }
            public static void Twice()
            {
                var count = 0;
                Task.WaitAll(Task.Run(() => Interlocked.Increment(ref count)), Task.Run(() => Interlocked.Increment(ref count)));
                if (count != 2) throw new InvalidOperationException("lost");
            }
            public static void Table()
            {
                var table = System.Collections.Hashtable.Synchronized(new System.Collections.Hashtable());
                Task.WaitAll(Task.Run(() => table[new Key("a")] = 1), Task.Run(() => table[new Key("b")] = 2));
                if (table.Count != 1) throw new InvalidOperationException("two");
            }
        }
        """;

    [Test]
    public void Nobody_hangs_where_a_locked_writer_calls_back() => Explore("Mended").Failure.ShouldBeNull();

    [Test]
    public void A_race_beside_a_locked_writer_is_found() => Explore("Broken").Failure.ShouldBe(FailureKind.DataRace);

    [Test]
    public void Nobody_hangs_where_a_locked_table_calls_back() => Explore("Table").Failure.ShouldBeNull();

    [Test]
    public void Who_waits_inside_for_one_who_needs_the_lock_is_refused_with_the_line()
    {
        var exploration = Explore("Waits_inside");
        exploration.Failure.ShouldBe(FailureKind.Unsupported);
        exploration.Message.ShouldStartWith("unsupported: Task.Run #1 waits inside TextWriter.");
        exploration.Message.ShouldContain(": the operation that would wake it cannot get a turn. Instead: ");
        exploration.Line.ShouldBeGreaterThan(0);
    }

    [Test]
    public void A_hang_that_does_not_come_again_leaves_no_trace()
    {
        var exploration = Explore("Waits_once");
        exploration.Failure.ShouldBeNull();
        var undisturbed = Explore("Twice");
        exploration.Complete.ShouldBe(undisturbed.Complete);
        exploration.Schedules.ShouldBe(undisturbed.Schedules);
    }

    private static Exploration Explore(string method) => Explorer.Explore(Snippet.Load(Writers).Method<Action>("P." + method));
}
