using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>Pointers are seen like references, or what they are handed to is refused by its name.</summary>
public sealed class PointerRaceTests
{
    private const string Members = """
        static void Twice(Action a) => Parallel.Invoke(a, a);
        sealed class C { public int N; public Q Q; }
        struct Q { public int A, B; public void Add() => B++; }
        """;

    [TestCase("unsafe void Add(C c) { fixed (int* p = &c.N) (*p)++; } public void Run() { var c = new C(); Twice(() => Add(c)); }", TestName = "A field that is pinned")]
    [TestCase("unsafe void Add(C c) { fixed (int* p = &c.N) *p = 1; } public void Run() { var c = new C(); Parallel.Invoke(() => Add(c), () => _ = c.N); }", TestName = "A field that is pinned and read by its name")]
    [TestCase("unsafe void Add(int[] a) { fixed (int* p = a) p[2]++; } public void Run() { var a = new int[4]; Twice(() => Add(a)); }", TestName = "An array that is pinned")]
    [TestCase("unsafe void Add(int[] a) { fixed (int* p = a) *(p + 2) = 1; } public void Run() { var a = new int[4]; Parallel.Invoke(() => Add(a), () => _ = a[2]); }", TestName = "An array that is pinned and read by an index")]
    [TestCase("unsafe void Add(int[] a) { fixed (int* p = &a[1]) (*p)++; } public void Run() { var a = new int[4]; Twice(() => Add(a)); }", TestName = "An item that is pinned")]
    [TestCase("unsafe void Add(Span<int> a) { fixed (int* p = a) p[1]++; } public void Run() { var a = new int[4]; Twice(() => Add(a)); }", TestName = "A span that is pinned")]
    [TestCase("unsafe void Add(C c) { fixed (Q* p = &c.Q) p->B++; } public void Run() { var c = new C(); Twice(() => Add(c)); }", TestName = "A field of a struct behind a pointer")]
    [TestCase("unsafe void Add(C c) { fixed (Q* p = &c.Q) p->Add(); } public void Run() { var c = new C(); Twice(() => Add(c)); }", TestName = "A method of a struct behind a pointer")]
    [TestCase("static void Inc(ref int at) => at++; unsafe void Add(int[] a) { fixed (int* p = a) Inc(ref p[1]); } public void Run() { var a = new int[4]; Twice(() => Add(a)); }", TestName = "A pointer that becomes a reference")]
    [TestCase("public void Run() { var a = new byte[8]; Twice(() => Unsafe.WriteUnaligned(ref a[1], Unsafe.ReadUnaligned<int>(ref a[1]) + 1)); }", TestName = "Unaligned")]
    [TestCase("interface I { int N { get; } } struct S : I { public int V; public int N => V; } public void Run() { object s = new S(); Twice(() => Unsafe.Unbox<S>(s).V++); }", TestName = "A reference into a box")]
    [TestCase("[UnsafeAccessor(UnsafeAccessorKind.Field, Name = \"_size\")] static extern ref int Of(List<int> l); public void Run() { var l = new List<int>(); Twice(() => Of(l)++); }", TestName = "An accessor of a field of the platform")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(Members + members, FailureKind.DataRace);

    [TestCase(nameof(Corpus.Pointers.Memory_outside_of_the_heap))]
    [TestCase(nameof(Corpus.Pointers.Memory_of_the_marshaller))]
    [TestCase(nameof(Corpus.Pointers.A_span_over_memory_outside_of_the_heap))]
    [TestCase(nameof(Corpus.Pointers.A_pointer_in_a_field))]
    [TestCase(nameof(Corpus.Pointers.An_accessor_of_a_field))]
    [TestCase(nameof(Corpus.Pointers.An_accessor_of_a_method))]
    public void A_program_of_the_corpus_is_a_data_race(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.Pointers), program), FailureKind.DataRace);

    [TestCase("unsafe int Sum(int[] a) { var n = 0; fixed (int* p = a) for (var i = 0; i < a.Length; i++) n += p[i]; return n; } public void Run() { var a = new[] { 1, 2 }; Twice(() => Check(Sum(a) == 3)); }", TestName = "An array that two read pinned")]
    [TestCase("unsafe void Set(int[] a, int i) { fixed (int* p = a) p[i] = i; } public void Run() { var a = new int[2]; Parallel.Invoke(() => Set(a, 0), () => Set(a, 1)); Check(a[1] == 1); }", TestName = "Each its own item")]
    [TestCase("unsafe int Sum() { var p = stackalloc int[3]; for (var i = 0; i < 3; i++) p[i] = i; var s = new Span<int>(p, 3); return s[1] + p[2]; } public void Run() => Twice(() => Check(Sum() == 3));", TestName = "Memory on the stack")]
    [TestCase("unsafe void Add(C c) { lock (c) fixed (int* p = &c.N) (*p)++; } public void Run() { var c = new C(); Twice(() => Add(c)); Check(c.N == 2); }", TestName = "A pinned field under a lock")]
    [TestCase("static delegate*<int, int> f; static int Add(int x) => x + 1; public unsafe void Run() { delegate*<int, int> g = &Add; Check(g(1) == 2); }", TestName = "A pointer to a method")]
    [TestCase("public void Run() { ReadOnlySpan<byte> s = \"abc\"u8; Check(s[1] == (byte)'b'); ReadOnlySpan<int> n = [1, 2, 3]; Check(n[2] == 3); }", TestName = "Constant data")]
    public void Is_no_data_race(string members) => Woven.ShouldHold(Members + members.Replace("static delegate*<int, int> f; ", "", StringComparison.Ordinal));

    [TestCase(nameof(Corpus.Pointers.Each_its_own_memory_freed_and_handed_out_again))]
    [TestCase(nameof(Corpus.Pointers.Memory_outside_of_the_heap_counted_atomically))]
    [TestCase(nameof(Corpus.Pointers.Accessors_that_two_read_by))]
    public void A_program_of_the_corpus_is_no_data_race(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.Pointers), program));

    [TestCase("System.Runtime.InteropServices.Marshal.WriteInt32(n, 1)", "System.Runtime.InteropServices.Marshal.WriteInt32")]
    [TestCase("System.Runtime.InteropServices.Marshal.Copy(new byte[1], 0, n, 1)", "System.Runtime.InteropServices.Marshal.Copy")]
    [TestCase("unsafe { System.Runtime.InteropServices.NativeMemory.Clear((void*)n, 4); }", "System.Runtime.InteropServices.NativeMemory.Clear")]
    [TestCase("unsafe { Unsafe.CopyBlock((void*)n, (void*)n, 4); }", "System.Runtime.CompilerServices.Unsafe.CopyBlock")]
    [TestCase("unsafe { Unsafe.Write((void*)n, 4); }", "System.Runtime.CompilerServices.Unsafe.Write")]
    [TestCase("unsafe { Buffer.MemoryCopy((void*)n, (void*)n, 4, 4); }", "System.Buffer.MemoryCopy")]
    [TestCase("unsafe { System.Text.Encoding.UTF8.GetChars((byte*)n, 1, (char*)n, 1); }", "System.Text.Encoding.GetChars")]
    [TestCase("var h = System.Runtime.InteropServices.GCHandle.Alloc(new byte[1], System.Runtime.InteropServices.GCHandleType.Pinned); h.AddrOfPinnedObject()", "System.Runtime.InteropServices.GCHandle.AddrOfPinnedObject")]
    public void What_cannot_be_seen_is_refused_by_name(string statement, string api)
    {
        var woven = Snippet.Load($$"""
            using System.Runtime.CompilerServices;
            public static class P { public static void Run(nint n) { {{statement}}; } }
            """).Woven;
        woven.Unsupported.ShouldHaveSingleItem().Api.ShouldBe(api);
    }

    [Test]
    public void The_wait_handle_of_a_token_is_signalled() => Woven.ShouldHold("""
        public void Run()
        {
            var source = new CancellationTokenSource();
            var token = source.Token;
            var waiting = Task.Run(() => Check(token.WaitHandle.WaitOne()));
            Task.Run(source.Cancel);
            waiting.Wait();
            Check(token.WaitHandle.WaitOne(0) && WaitHandle.WaitAny([token.WaitHandle, new ManualResetEvent(false)]) == 0);
            using var late = new CancellationTokenSource(100);
            Check(!late.Token.WaitHandle.WaitOne(50) && late.Token.WaitHandle.WaitOne(100));
            Check(new CancellationToken(true).WaitHandle.WaitOne(0) && !CancellationToken.None.WaitHandle.WaitOne(10));
        }
        """);
}
