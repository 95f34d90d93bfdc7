using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>Accesses through references, however many were taken before, and atomic accesses beside plain ones.</summary>
public sealed class AddressRaceTests
{
    [TestCase("int[] a = new int[40]; void Inc(ref int x) { var y = a; Touch(y); x++; } void Touch(int[] y) { for (var i = 0; i < 20; i++) Peek(ref y[i]); } void Peek(ref int x) { } int shared; public void Run() { Parallel.Invoke(() => Inc(ref shared), () => Inc(ref shared)); }", TestName = "many addresses then plain ref write")]
    [TestCase("int[] a = new int[40]; void Go(Span<int> s) { Touch(a); s[39] = 2; } void Touch(int[] y) { for (var i = 0; i < 20; i++) Peek(ref y[i]); } void Peek(ref int x) { } public void Run() { Parallel.Invoke(() => Go(a), () => Go(a)); }", TestName = "span kept across many addresses")]
    [TestCase("struct S { public int A, B; public void Inc() { B++; } } S s; int[] a = new int[40]; void Go(ref S x) { for (var i = 0; i < 20; i++) Peek(ref a[i]); x.Inc(); } void Peek(ref int x) { } public void Run() { Parallel.Invoke(() => Go(ref s), () => Go(ref s)); }", TestName = "struct field by ref")]
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
    [TestCase("int[] a = new int[40]; int shared; void Peek(ref int x) { } void Go(ref int x) { for (var i = 0; i < 20; i++) Peek(ref a[i]); GC.Collect(); x++; } public void Run() { Parallel.Invoke(() => Go(ref shared), () => Go(ref shared)); }", TestName = "GC moves what addresses point at")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase("int[] a = new int[40]; int data; void Inc(ref int x, bool first) { var y = a; Touch(y); if (first) { data = 1; Volatile.Write(ref x, 1); } else { while (Volatile.Read(ref x) == 0) { } Check(data == 1); } } void Touch(int[] y) { for (var i = 0; i < 20; i++) Peek(ref y[i]); } void Peek(ref int x) { } int shared; public void Run() { Parallel.Invoke(() => Inc(ref shared, true), () => Inc(ref shared, false)); }", TestName = "many addresses then interlocked orders")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => Interlocked.Increment(ref n)); Check(n == 2); }", TestName = "interlocked increment only")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref n), () => _ = n); }", TestName = "interlocked beside plain read")]
    [TestCase("int n; void Add() { int old; do { old = n; } while (Interlocked.CompareExchange(ref n, old + 1, old) != old); } public void Run() { Parallel.Invoke(Add, Add); Check(n == 2); }", TestName = "CAS loop with plain read")]
    [TestCase("object? o;  public void Run() { Parallel.Invoke(() => o = new object(), () => _ = Interlocked.CompareExchange(ref o, null, null)); }", TestName = "CAS as a read beside plain write of a reference")]
    [TestCase("object? o; object Get() { var x = o; if (x != null) return x; Interlocked.CompareExchange(ref o, new object(), null); return o!; } public void Run() { object? a = null, b = null; Parallel.Invoke(() => a = Get(), () => b = Get()); Check(a == b); }", TestName = "lazy init by CAS")]
    [TestCase("int n; public void Run() { Parallel.Invoke(() => n = 1, () => _ = Volatile.Read(ref n)); }", TestName = "volatile read beside plain write")]
    [TestCase("int n; public void Run() { n = 5; Parallel.Invoke(() => Interlocked.Increment(ref n), () => Interlocked.Increment(ref n)); n++; Check(n == 8); }", TestName = "interlocked then join then plain")]
    [TestCase("int taken; int data; void Go() { while (Interlocked.CompareExchange(ref taken, 1, 0) != 0) { } data++; Volatile.Write(ref taken, 0); } public void Run() { Parallel.Invoke(Go, Go); Check(data == 2); }", TestName = "own spin lock with volatile release")]
    [TestCase("int[] a = new int[4]; public void Run() { Parallel.Invoke(() => Interlocked.Increment(ref a.AsSpan()[1]), () => Interlocked.Increment(ref a.AsSpan()[1])); Check(a[1] == 2); }", TestName = "span element interlocked")]
    [TestCase("int[] a = new int[100]; public void Run() { Parallel.Invoke(Go, Go); for (var i = 0; i < 100; i++) Check(a[i] == 2); void Go() { for (var i = 0; i < 100; i++) Interlocked.Increment(ref a[i]); } }", TestName = "1000 elements by ref")]
    public void Is_no_data_race(string members) => Woven.ShouldHold(members);
}
