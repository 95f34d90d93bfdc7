// ---- prints asynchronously
class C { async Task M() { await Console.Out.WriteLineAsync("done"); await Console.Error.FlushAsync(); } }
// ---- writes and reads text in memory, asynchronously
class C { async Task<string?> M() { var w = new StringWriter(); await w.WriteLineAsync("a"); TextWriter t = w; await t.WriteAsync('b'); return await new StringReader(w.ToString()).ReadLineAsync(); } }
// ---- reads and writes a memory stream, asynchronously
class C { async Task<int> M() { using var s = new MemoryStream(); await s.WriteAsync(new byte[] { 1, 2 }); s.Position = 0; var copy = new MemoryStream(); await s.CopyToAsync(copy); return await copy.ReadAsync(new byte[2]); } }
// ---- writer of one's own
class Own : TextWriter { public List<string> Lines { get; } = []; public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; public override void WriteLine(string? line) => Lines.Add(line ?? ""); } class C { void M() => new Own().WriteLine("a"); }
// ---- writer of one's own that answers at once
class Own : TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; public override Task WriteAsync(string? text) { Write(text); return Task.CompletedTask; } } class C { Task M() => new Own().WriteAsync("a"); }
// ---- writer of one's own over a StringWriter
class Own : StringWriter { public int Lines; public override void WriteLine(string? line) { Lines++; base.WriteLine(line); } } class C { Task M() => new Own().WriteLineAsync("a"); }
// ---- stream of one's own, read at once
class Own : MemoryStream { public int Reads; public override int Read(byte[] b, int o, int c) { Reads++; return base.Read(b, o, c); } } class C { int M() => new Own().Read(new byte[1], 0, 1); }
// ---- clock of one's own that is only asked for the time
class Own : TimeProvider { public DateTimeOffset Now; public override DateTimeOffset GetUtcNow() => Now; } class C { DateTimeOffset M() => new Own().GetUtcNow(); }
// ---- clock of the system, handed in
class C(TimeProvider time) { public C() : this(TimeProvider.System) { } public async Task<TimeSpan> M() { var start = time.GetTimestamp(); await Task.Delay(TimeSpan.FromSeconds(1), time); return time.GetElapsedTime(start); } }
// ---- vectors of numbers
using System.Numerics;
class C { float M() => Vector3.Dot(new Vector3(1, 2, 3), Vector3.UnitX) + new Vector2(1).Length() + Vector4.One.X; int N(int[] a) { var sum = Vector<int>.Zero; for (var i = 0; i + Vector<int>.Count <= a.Length; i += Vector<int>.Count) sum += new Vector<int>(a, i); return Vector.Sum(sum); } }
// ---- work without the execution context
class C { void M() { ThreadPool.UnsafeQueueUserWorkItem(_ => { }, null); new Thread(() => { }).UnsafeStart(); CancellationToken.None.UnsafeRegister(_ => { }, null); } }
// ---- native numbers behind references
class C { nint cell; nint M() => Interlocked.Exchange(ref cell, 5) + Volatile.Read(ref cell); }
