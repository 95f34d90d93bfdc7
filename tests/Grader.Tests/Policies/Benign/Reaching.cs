// ---- a failure thrown elsewhere, with where it came from
using System.Runtime.ExceptionServices;
class C { Exception? kept; void Work() { try { throw new InvalidOperationException(); } catch (Exception e) { kept = e; } } void M() { var t = new Thread(Work); t.Start(); t.Join(); if (kept is not null) ExceptionDispatchInfo.Capture(kept).Throw(); } Exception N(Exception e) => ExceptionDispatchInfo.SetCurrentStackTrace(e); }
// ---- the trace of a failure in a log
class C { string M(Exception e) => $"{e.GetType().Name}: {e.Message} {e.StackTrace} {e.InnerException?.StackTrace} {e.HResult:x8} {e.Data.Count}"; }
// ---- a task that does not take the context along
class C { static readonly AsyncLocal<int> id = new(); Task<int> M() { using (ExecutionContext.SuppressFlow()) return Task.Run(() => id.Value); } void N(Action a) => ThreadPool.UnsafeQueueUserWorkItem(static act => act(), a, preferLocal: false); }
// ---- an awaitable that switches to a thread of its own
using System.Runtime.CompilerServices;
class OnThread : INotifyCompletion { public OnThread GetAwaiter() => this; public bool IsCompleted => false; public void OnCompleted(Action c) => new Thread(() => c()).Start(); public void GetResult() { } } class C { async Task M() { await new OnThread(); } }
// ---- an awaitable time span
using System.Runtime.CompilerServices;
static class E { public static TaskAwaiter GetAwaiter(this TimeSpan t) => Task.Delay(t).GetAwaiter(); } class C { async Task M() => await TimeSpan.FromSeconds(1); }
// ---- a context with a queue, and a scheduler over it
using System.Collections.Concurrent;
class Queue : SynchronizationContext { readonly BlockingCollection<(SendOrPostCallback, object?)> work = []; public override void Post(SendOrPostCallback d, object? s) => work.Add((d, s)); public override void Send(SendOrPostCallback d, object? s) => d(s); public void Run() { foreach (var (d, s) in work.GetConsumingEnumerable()) d(s); } } class C { TaskScheduler M() { SynchronizationContext.SetSynchronizationContext(new Queue()); return TaskScheduler.FromCurrentSynchronizationContext(); } }
// ---- a clock that can be set, for a test
class Clock : TimeProvider { DateTimeOffset now; public override DateTimeOffset GetUtcNow() => now; public override long GetTimestamp() => now.Ticks; public void Advance(TimeSpan by) => now += by; } class C { TimeSpan M(Clock c) { var t = c.GetTimestamp(); c.Advance(TimeSpan.FromSeconds(3)); return c.GetElapsedTime(t); } }
// ---- an own writer that counts
class Counting(TextWriter inner) : TextWriter { public int Lines { get; private set; } public override System.Text.Encoding Encoding => inner.Encoding; public override void Write(char c) { if (c == '\n') Lines++; inner.Write(c); } public override void WriteLine(string? s) { Lines++; inner.WriteLine(s); } } class C { int M() { var w = new Counting(new StringWriter()); w.WriteLine("x"); w.Write('y'); return w.Lines; } }
// ---- an own stream that is read asynchronously by its own override
class Slow(byte[] data) : Stream { int at; public override bool CanRead => true; public override bool CanSeek => false; public override bool CanWrite => false; public override long Length => data.Length; public override long Position { get => at; set => throw new NotSupportedException(); } public override void Flush() { } public override int Read(byte[] b, int o, int n) { n = Math.Min(n, data.Length - at); Array.Copy(data, at, b, o, n); at += n; return n; } public override ValueTask<int> ReadAsync(Memory<byte> b, CancellationToken t = default) { var n = Math.Min(b.Length, data.Length - at); data.AsMemory(at, n).CopyTo(b); at += n; return new(n); } public override long Seek(long o, SeekOrigin s) => throw new NotSupportedException(); public override void SetLength(long v) => throw new NotSupportedException(); public override void Write(byte[] b, int o, int n) => throw new NotSupportedException(); }
// ---- numbers of any length
using System.Numerics;
class C { BigInteger Factorial(int n) { var f = BigInteger.One; for (var i = 2; i <= n; i++) f *= i; return f; } BigInteger Power(BigInteger b, int e, BigInteger m) => BigInteger.ModPow(b, e, m) + BigInteger.Pow(b, e) + BigInteger.GreatestCommonDivisor(b, m) + BigInteger.Parse("12"); int Digits(BigInteger n) => n.ToString().Length; }
// ---- words of a text
using System.Text.RegularExpressions;
class C { Dictionary<string, int> M(string text) => Regex.Matches(text, @"\w+").Select(m => m.Value.ToLowerInvariant()).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count()); string N(string text) => Regex.Replace(text, @"\s+", " "); bool P(string text) => text.Split(' ').Any(w => w == "x" || w.Equals("y", StringComparison.OrdinalIgnoreCase)); }
// ---- a text that is put together
class C { string M(IEnumerable<int> xs) { var b = new System.Text.StringBuilder(); foreach (var x in xs) b.Append(x).Append(','); b.AppendJoin('-', xs).Append('.', 3).AppendLine(); return string.Concat(b, string.Join(" ", xs), "x".PadLeft(8)); } }
// ---- sorted and looked up
class C { int M(int[] a) { var b = a.ToArray(); Array.Sort(b); Array.Sort(b, (x, y) => y - x); var c = a.Order().ThenByDescending(x => x).ToList(); c.Sort(); return Array.BinarySearch(b, 3) + c.IndexOf(2) + a.Distinct().Chunk(4).Count() + a.Zip(b).Count(); } }
// ---- bytes in a stream
class C { int M() { using var s = new MemoryStream(); using (var w = new BinaryWriter(s, System.Text.Encoding.UTF8, leaveOpen: true)) w.Write(7); s.Position = 0; using var r = new BinaryReader(s); return r.ReadInt32() + BitConverter.ToInt32(BitConverter.GetBytes(3), 0); } }
// ---- numbers out of bytes
using System.Buffers.Binary;
class C { long M(byte[] b) { var n = 0L; for (var i = 1; i + 8 <= b.Length; i += 8) n ^= BinaryPrimitives.ReadInt64LittleEndian(b.AsSpan(i)); return n + BitConverter.ToInt32(b.AsSpan(1)); } }
// ---- collections that are ordered by hash code
using System.Collections; using System.Collections.Immutable; using System.Collections.Frozen;
class C { int M(IEnumerable<string> xs) { var t = new Hashtable { ["a"] = 1 }; var n = 0; foreach (DictionaryEntry e in t) n += (int)e.Value!; return n + xs.ToImmutableHashSet().Count + xs.ToFrozenSet().Count + ImmutableHashSet.Create(1, 2).Count; } }
// ---- counters on cache lines of their own
using System.Runtime.InteropServices;
class C { [StructLayout(LayoutKind.Explicit, Size = 128)] struct Slot { [FieldOffset(64)] public long Value; } [StructLayout(LayoutKind.Explicit)] class Pair { [FieldOffset(0)] public long A; [FieldOffset(64)] public int B; [FieldOffset(128)] public string? Name; } readonly Slot[] slots = new Slot[8]; readonly Pair pair = new(); long M(int i) => Interlocked.Increment(ref slots[i & 7].Value) + Interlocked.Increment(ref pair.B) + Interlocked.Add(ref pair.A, i) + (pair.Name?.Length ?? 0); }
// ---- collections of before there were generics
using System.Collections;
class C { readonly Queue q = new(); readonly Stack s = new(); readonly ArrayList l = []; readonly SortedList m = []; int M(int x) { lock (q.SyncRoot) { q.Enqueue(x); s.Push(q.Dequeue()!); l.Add(s.Pop()!); m[x] = l[0]; return (int)m[x]! + l.Count; } } }
// ---- hash codes by a comparer
class C { int M(object o, string s) => EqualityComparer<object>.Default.GetHashCode(o) + ReferenceEqualityComparer.Instance.GetHashCode(o) + StringComparer.Ordinal.GetHashCode(s) + (o, s).GetHashCode() + HashCode.Combine(o, s); }
