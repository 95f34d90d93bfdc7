using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>Accesses through references, however many were taken before, and atomic accesses beside plain ones.</summary>
public sealed class AddressRaceTests
{
    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => n++); }", TestName = "interlocked beside n++")]
    [TestCase("static int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => n++); }", TestName = "interlocked static beside n++")]
    [TestCase("int[] n = new int[1]; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n[0]), () => n[0]++); }", TestName = "interlocked array beside n++")]
    [TestCase("public void Run() { int n = 0; Parallel.Invoke(() => Interlocked.Increment(ref n), () => n++); }", TestName = "interlocked local beside n++")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => n = 1, () => Volatile.Write(ref n, 2)); }", TestName = "volatile write beside plain write")]
    [TestCase("int taken; int data; void Go() { while (Interlocked.CompareExchange(ref taken, 1, 0) != 0) { } data++; taken = 0; } public void Run() { Parallel.Invoke(Go, Go); Check(data == 2); }", TestName = "own spin lock with plain release")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => n = 0); }", TestName = "reset plain beside increment")]
    [TestCase("int[] a = new int[4]; ref int At(int i) => ref a[i]; public void Run() { Parallel.Invoke(() => At(1)++, () => At(1)++); }", TestName = "ref returned")]
    [TestCase("int[] a = new int[40]; void Go() { ref var x = ref a[0]; for (var i = 1; i < 30; i++) { ref var y = ref a[i]; } x++; } public void Run() { Parallel.Invoke(Go, Go); }", TestName = "ref local in loop")]
    [TestCase("int[] a = new int[4]; public void Run() { Parallel.Invoke(() => Unsafe.Add(ref a[0], 2)++, () => Unsafe.Add(ref a[0], 2)++); }", TestName = "Unsafe.Add")]
    [TestCase("int[] a = new int[4]; public void Run() { Parallel.Invoke(() => System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(a)++, () => a[0]++); }", TestName = "MemoryMarshal.GetArrayDataReference")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase(nameof(Corpus.Addresses.A_write_by_reference_after_many_addresses))]
    [TestCase(nameof(Corpus.Addresses.A_span_kept_over_many_addresses))]
    [TestCase(nameof(Corpus.Addresses.A_field_of_a_struct_by_reference))]
    [TestCase(nameof(Corpus.Addresses.What_the_collector_moves))]
    public void A_program_of_the_corpus_is_a_data_race(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.Addresses), program), FailureKind.DataRace);

    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => Interlocked.Increment(ref n)); Check(n == 2); }", TestName = "interlocked increment only")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => _ = n); }", TestName = "interlocked beside plain read")]
    [TestCase("int n; void Add() { int old; do { old = n; } while (Interlocked.CompareExchange(ref n, old + 1, old) != old); } public void Run() { Parallel.Invoke(Add, Add); Check(n == 2); }", TestName = "CAS loop with plain read")]
    [TestCase("object? o;  public void Run() { Parallel.Invoke(() => o = new object(), () => _ = Interlocked.CompareExchange(ref o, null, null)); }", TestName = "CAS as a read beside plain write of a reference")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => n = 1, () => _ = Volatile.Read(ref n)); }", TestName = "volatile read beside plain write")]
    [TestCase("int n; public void Run() { n = 5; Parallel.Invoke(() => Interlocked.Increment(ref n), () => Interlocked.Increment(ref n)); n++; Check(n == 8); }", TestName = "interlocked then join then plain")]
    [TestCase("int taken; int data; void Go() { while (Interlocked.CompareExchange(ref taken, 1, 0) != 0) { } data++; Volatile.Write(ref taken, 0); } public void Run() { Parallel.Invoke(Go, Go); Check(data == 2); }", TestName = "own spin lock with volatile release")]
    [TestCase("int[] a = new int[4]; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref a.AsSpan()[1]), () => Interlocked.Increment(ref a.AsSpan()[1])); Check(a[1] == 2); }", TestName = "span element interlocked")]
    [TestCase("int[] a = new int[100]; public void Run() { Parallel.Invoke(Go, Go); for (var i = 0; i < 100; i++) Check(a[i] == 2); void Go() { for (var i = 0; i < 100; i++) Interlocked.Increment(ref a[i]); } }", TestName = "1000 elements by ref")]
    public void Is_no_data_race(string members) => Woven.ShouldHold(members);

    [TestCase(nameof(Corpus.Addresses.A_volatile_write_by_reference_after_many_addresses))]
    [TestCase(nameof(Corpus.Addresses.An_object_made_lazily_by_compare_and_swap))]
    public void A_program_of_the_corpus_is_no_data_race(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.Addresses), program));
}
