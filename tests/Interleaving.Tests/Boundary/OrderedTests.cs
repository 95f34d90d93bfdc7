using Interleaving.Tests.Models;

namespace Interleaving.Tests.Boundary;

/// <summary>The row <c>ordered</c> of the boundary: members of the platform that are made for several threads.</summary>
internal sealed class OrderedTests
{
    private const string Twice = """
        static void Both(Action a, Action b) => Task.WaitAll(Task.Run(a), Task.Run(b));
        static void Twice(Action a) => Both(a, a);
        sealed class Box { public int Value; }
        """;

    [TestCase("P() => AppContext.SetData(\"n\", 0); int Get() => (int)AppContext.GetData(\"n\")!; void Set(int v) => AppContext.SetData(\"n\", v);", TestName = "Data of the application's context")]
    [TestCase("P() => AppDomain.CurrentDomain.SetData(\"n\", 0); int Get() => (int)AppDomain.CurrentDomain.GetData(\"n\")!; void Set(int v) => AppDomain.CurrentDomain.SetData(\"n\", v);", TestName = "Data of the application domain")]
    [TestCase("P() => Trace.IndentSize = 0; int Get() => Trace.IndentSize; void Set(int v) => Trace.IndentSize = v;", TestName = "How far a trace is indented")]
    [TestCase("readonly Hashtable t = Hashtable.Synchronized(new Hashtable()); int Get() => t[1] is int n ? n : 0; void Set(int v) => t[1] = v;", TestName = "A synchronised table")]
    [TestCase("readonly ArrayList l = ArrayList.Synchronized([0]); int Get() => (int)l[0]!; void Set(int v) => l[0] = v;", TestName = "A synchronised list")]
    public void Others_come_between_two_calls(string members) =>
        Woven.ShouldFail(Twice + members + " public void Run() { Twice(() => Set(Get() + 1)); Check(Get() == 2); }", FailureKind.Assertion);

    [TestCase("public void Run() { Twice(() => { using var o = System.Buffers.MemoryPool<int>.Shared.Rent(4); o.Memory.Span[0] = 1; Check(o.Memory.Span[0] == 1); }); }", TestName = "Memory of a pool")]
    [TestCase("sealed class A(Box box) : Attribute { public Box Box => box; } public void Run() { var o = new object(); Both(() => { var b = new Box(); b.Value = 1; System.ComponentModel.TypeDescriptor.AddAttributes(o, new A(b)); }, () => { foreach (var a in System.ComponentModel.TypeDescriptor.GetAttributes(o).OfType<A>()) Check(a.Box.Value == 1); }); }", TestName = "Attributes that are added to an object")]
    [TestCase("sealed class Seen : IObserver<KeyValuePair<string, object?>> { public void OnCompleted() { } public void OnError(Exception e) { } public void OnNext(KeyValuePair<string, object?> pair) => Check(((Box)pair.Value!).Value == 1); } public void Run() { using var l = new DiagnosticListener(\"P\"); Both(() => l.Subscribe(new Seen()), () => { var b = new Box(); b.Value = 1; if (l.IsEnabled()) l.Write(\"x\", b); }); }", TestName = "A listener of diagnostics")]
    [TestCase("public void Run() { var k = new object(); var t = new ConditionalWeakTable<object, Box>(); Both(() => { var b = new Box(); b.Value = 1; t.AddOrUpdate(k, b); }, () => { if (t.TryGetValue(k, out var b)) Check(b.Value == 1); }); }", TestName = "What a weak table holds")]
    [TestCase("public void Run() { Both(() => { var b = new Box(); b.Value = 1; AppContext.SetData(\"b\", b); }, () => { if (AppContext.GetData(\"b\") is Box b) Check(b.Value == 1); }); AppContext.SetData(\"b\", null); }", TestName = "Data handed over by the application's context")]
    public void What_is_handed_over_is_ordered(string members) => Woven.ShouldHold(Twice + members);

    [TestCase("public void Run() { var k = new object(); var t = new ConditionalWeakTable<object, Box>(); Twice(() => t.GetValue(k, _ => new Box()).Value++); }", TestName = "What a weak table makes")]
    [TestCase("public void Run() { var o = System.Buffers.MemoryPool<int>.Shared.Rent(4); Twice(() => o.Memory.Span[0]++); }", TestName = "Memory of a pool that two share")]
    public void What_two_change_once_they_have_it_is_a_data_race(string members) => Woven.ShouldFail(Twice + members, FailureKind.DataRace);

    [Test]
    public void A_weak_table_whose_callback_gives_the_turn_away_hangs_nobody() => Woven.ShouldHold(Twice + """
        int made;
        Box Make() { lock (this) made++; return new Box(); }
        public void Run()
        {
            var k = new object();
            var t = new ConditionalWeakTable<object, Box>();
            Box? a = null, b = null;
            Both(() => a = t.GetValue(k, _ => Make()), () => b = t.GetValue(k, _ => Make()));
            Check(ReferenceEquals(a, b) && made is 1 or 2);
        }
        """);

    [Test]
    public void What_a_timer_does_comes_before_what_a_later_one_does() => Woven.ShouldHold("""
        public async Task Run()
        {
            var n = 0;
            using var first = new Timer(_ => n++, null, 10, -1);
            using var second = new Timer(_ => n++, null, 20, -1);
            var seen = new TaskCompletionSource<int>();
            using var third = new Timer(_ => seen.SetResult(n), null, 30, -1);
            Check(await seen.Task == 2);
        }
        """);

    [Test]
    public void Two_timers_at_one_instant_race() => Woven.ShouldFail(
        """
        public async Task Run()
        {
            var n = 0;
            using var first = new Timer(_ => n++, null, 10, -1);
            using var second = new Timer(_ => n++, null, 10, -1);
            await Task.Delay(30);
        }
        """,
        FailureKind.DataRace);
}
