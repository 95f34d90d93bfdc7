using Benchmarks;
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
    [TestCase("readonly Queue q = Queue.Synchronized(new Queue(new object?[] { 0 })); int Get() => (int)q.Peek()!; void Set(int v) { q.Enqueue(v); q.Dequeue(); }", TestName = "A synchronised queue")]
    [TestCase("readonly Stack s = Stack.Synchronized(new Stack(new object?[] { 0 })); int Get() => (int)s.Peek()!; void Set(int v) => s.Push(v);", TestName = "A synchronised stack")]
    [TestCase("readonly SortedList l = SortedList.Synchronized(new SortedList { [1] = 0 }); int Get() => (int)l[1]!; void Set(int v) => l[1] = v;", TestName = "A synchronised sorted list")]
    [TestCase("readonly Stream s = Stream.Synchronized(new MemoryStream()); int Get() => (int)s.Length; void Set(int v) => s.SetLength(v);", TestName = "A synchronised stream")]
    [TestCase("readonly WeakReference w = new(0); int Get() => (int)w.Target!; void Set(int v) => w.Target = v;", TestName = "What a weak reference leads to")]
    [TestCase("readonly object k = new(); readonly ConditionalWeakTable<object, object> t = new(); int Get() => t.TryGetValue(k, out var o) ? (int)o : 0; void Set(int v) => t.AddOrUpdate(k, v);", TestName = "An entry of a weak table")]
    [TestCase("P() => System.Text.RegularExpressions.Regex.CacheSize = 0; int Get() => System.Text.RegularExpressions.Regex.CacheSize; void Set(int v) => System.Text.RegularExpressions.Regex.CacheSize = v;", TestName = "A static property that can be set")]
    public void Others_come_between_two_calls(string members) =>
        Woven.ShouldFail(Twice + members + " public void Run() { Twice(() => Set(Get() + 1)); Check(Get() == 2); }", FailureKind.Assertion);

    [TestCase(nameof(Corpus.PlatformOrder.Attributes_that_two_add_to_an_object))]
    public void Others_come_between_two_calls_for_an_object(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.PlatformOrder), program), FailureKind.Assertion);

    [TestCase("public void Run() { var s = new StringWriter(); var w = TextWriter.Synchronized(s); Twice(() => { w.Write('a'); w.Write('b'); }); Check(s.ToString() == \"abab\"); }", TestName = "Two pieces of text, to a synchronised writer")]
    [TestCase("public void Run() { var r = TextReader.Synchronized(new StringReader(\"abcd\")); Twice(() => { var a = r.Read(); Check(r.Read() == a + 1); }); }", TestName = "Two characters, from a synchronised reader")]
    public void Others_come_between_one_piece_and_the_next(string members) => Woven.ShouldFail(Twice + members, FailureKind.Assertion);

    [TestCase(nameof(Corpus.PlatformOrder.Two_pieces_of_text_to_the_console_over_a_writer_of_ones_own))]
    [TestCase(nameof(Corpus.PlatformOrder.Two_pieces_of_text_to_a_trace))]
    [TestCase(nameof(Corpus.PlatformOrder.Whether_somebody_listens_to_diagnostics_asked_twice))]
    public void Others_come_between_two_pieces_where_somebody_listens(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.PlatformOrder), program), FailureKind.Assertion);

    [TestCase("readonly Hashtable t = Hashtable.Synchronized(new Hashtable()); void Put(Box b) => t[1] = b; object? Take() => t[1];", TestName = "By a synchronised table")]
    [TestCase("readonly ArrayList l = ArrayList.Synchronized(new ArrayList { 0 }); void Put(Box b) => l[0] = b; object? Take() => l[0];", TestName = "By a synchronised list")]
    [TestCase("readonly SortedList l = SortedList.Synchronized(new SortedList { [1] = 0 }); void Put(Box b) => l[1] = b; object? Take() => l[1];", TestName = "By a synchronised sorted list")]
    [TestCase("readonly Queue q = Queue.Synchronized(new Queue()); void Put(Box b) => q.Enqueue(b); object? Take() => q.Count > 0 ? q.Dequeue() : null;", TestName = "By a synchronised queue")]
    [TestCase("readonly Stack s = Stack.Synchronized(new Stack()); void Put(Box b) => s.Push(b); object? Take() => s.Count > 0 ? s.Pop() : null;", TestName = "By a synchronised stack")]
    [TestCase("Box it = new(); readonly Stream s = Stream.Synchronized(new MemoryStream()); void Put(Box b) { it.Value = 1; s.WriteByte(1); } object? Take() => s.Length > 0 ? it : null;", TestName = "By a synchronised stream")]
    [TestCase("Box it = new(); readonly TextReader r = TextReader.Synchronized(new StringReader(\"ab\")); void Put(Box b) { it.Value = 1; r.Read(); } object? Take() => r.Peek() == 'b' ? it : null;", TestName = "By a synchronised reader")]
    [TestCase("readonly WeakReference w = new(null); void Put(Box b) => w.Target = b; object? Take() => w.Target;", TestName = "By a weak reference")]
    [TestCase("readonly WeakReference<object> w = new(0); void Put(Box b) => w.SetTarget(b); object? Take() => w.TryGetTarget(out var o) ? o : null;", TestName = "By a weak reference with a type")]
    [TestCase("P() => AppDomain.CurrentDomain.SetData(\"b\", null); void Put(Box b) => AppDomain.CurrentDomain.SetData(\"b\", b); object? Take() => AppDomain.CurrentDomain.GetData(\"b\");", TestName = "By the application domain")]
    public void Who_takes_it_sees_what_was_done_before_it_was_put(string members) =>
        Woven.ShouldHold(Twice + members + " public void Run() { Both(() => { var b = new Box(); b.Value = 1; Put(b); }, () => { if (Take() is Box b) Check(b.Value == 1); }); }");

    [TestCase(nameof(Corpus.PlatformOrder.Handed_over_by_a_static_property_that_can_be_set))]
    public void Who_reads_a_property_sees_what_was_done_before_it_was_set(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PlatformOrder), program));

    [TestCase("public void Run() { Twice(() => { using var o = System.Buffers.MemoryPool<int>.Shared.Rent(4); o.Memory.Span[0] = 1; Check(o.Memory.Span[0] == 1); }); }", TestName = "Memory of a pool")]
    [TestCase("public void Run() { Both(() => { var b = new Box(); b.Value = 1; AppContext.SetData(\"b\", b); }, () => { if (AppContext.GetData(\"b\") is Box b) Check(b.Value == 1); }); AppContext.SetData(\"b\", null); }", TestName = "Data handed over by the application's context")]
    public void What_is_handed_over_is_ordered(string members) => Woven.ShouldHold(Twice + members);

    [TestCase(nameof(Corpus.PlatformOrder.The_console_over_a_writer_of_a_class_of_ones_own))]
    [TestCase(nameof(Corpus.PlatformOrder.A_listener_that_is_added_to_a_trace))]
    [TestCase(nameof(Corpus.PlatformOrder.Attributes_that_are_added_to_an_object))]
    [TestCase(nameof(Corpus.PlatformOrder.A_listener_of_diagnostics))]
    [TestCase(nameof(Corpus.PlatformOrder.What_a_weak_table_holds))]
    public void What_is_handed_over_by_the_platform_is_ordered(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PlatformOrder), program));

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
