namespace Interleaving.Tests.Weaving;

/// <summary>Small programs that together use the whole language; each returns a text of what it saw.</summary>
internal static partial class LanguagePrograms
{
    public static readonly (string Name, string Source)[] Basics =
    [
        ("loops", """
            public static class P
            {
                public static object Run()
                {
                    var log = "";
                    for (var i = 0; i < 5; i++) { if (i == 1) continue; if (i == 4) break; log += i; }
                    var n = 0; while (n < 3) n++; do { n--; log += n; } while (n > 0);
                    foreach (var x in new[] { 1, 2 }) foreach (var y in new List<int> { 3, 4 }) log += x * y;
                    again: n++; if (n < 4) goto again;
                    for (;;) { try { if (n++ > 6) break; continue; } finally { log += "f"; } }
                    while (true) { switch (n) { case > 10: goto done; default: n++; continue; } }
                    done: return log + n;
                }
            }
            """),
        ("exceptions", """
            public static class P
            {
                class Log { public string text = ""; public int Depth; }
                static int Nested(Log log, int x)
                {
                    try { try { log.text += "a"; if (x == 1) throw new InvalidOperationException("one"); if (x == 2) return x; }
                          catch (InvalidOperationException e) when (e.Message == "one" && log.Depth == 0) { log.text += "b"; throw; }
                          finally { log.text += "c"; log.Depth++; } }
                    catch (Exception e) { log.text += e.Message; return -1; }
                    finally { log.text += "d"; }
                    return 9;
                }
                sealed class D(Log log) : IDisposable { public void Dispose() => log.text += "D"; }
                public static object Run()
                {
                    var log = new Log(); var r = "";
                    for (var i = 0; i < 3; i++) { log.Depth = 0; r += Nested(log, i); }
                    using (new D(log)) log.text += "u"; using var d = new D(log);
                    try { _ = checked(int.MaxValue + log.Depth); } catch (OverflowException) { r += "o"; }
                    try { _ = ((Log?)null)!.text; } catch (NullReferenceException) { r += "n"; }
                    try { ((Log?)null)!.Depth = 1; } catch (NullReferenceException) { r += "n"; }
                    try { _ = ((int[]?)null)![0]; } catch (NullReferenceException) { r += "n"; }
                    return r + log.text;
                }
            }
            """),
        ("generics", """
            public interface IShape { double Area { get; } static abstract string Kind { get; } }
            public struct Sq(double s) : IShape { public double Area => s * s; public static string Kind => "sq"; }
            public class Node<T> where T : IComparable<T> { public T Value = default!; public Node<T>? Next; public static int Count; public Node() => Count++;
                public T Max() { var m = Value; for (var n = Next; n != null; n = n.Next) if (n.Value.CompareTo(m) > 0) m = n.Value; return m; } }
            public class Pair<A, B> { public A First = default!; public B Second = default!; public void Deconstruct(out A a, out B b) { a = First; b = Second; } 
                public C Fold<C>(Func<A, B, C> f) { C c = f(First, Second); return c; } public class Inner<D> { public (A, B, D) All; public static D? Shared; } }
            public static class P
            {
                static string Describe<T>(T shape) where T : IShape => T.Kind + shape.Area;
                static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);
                static T[] Fill<T>(int n, T value) { var a = new T[n]; for (var i = 0; i < n; i++) a[i] = value; ref T last = ref a[^1]; last = value; return a; }
                static string Text<T>(T[] items, int i) => items[i]!.ToString()!;
                public static object Run()
                {
                    var list = new Node<int> { Value = 3, Next = new Node<int> { Value = 8 } };
                    var pair = new Pair<int, string> { First = 1, Second = "b" }; var (a, b) = pair;
                    var x = 1; var y = 2; Swap(ref x, ref y); Swap(ref list.Value, ref list.Next.Value);
                    var inner = new Pair<int, long>.Inner<string> { All = (1, 2, "3") }; Pair<int, long>.Inner<string>.Shared = "s"; inner.All.Item1++;
                    return $"{list.Max()}{list.Value}{Node<int>.Count}{Node<string>.Count}{a}{b}{x}{y}{Describe(new Sq(3))}{pair.Fold((p, q) => p + q)}{inner.All}{Pair<int, long>.Inner<string>.Shared}{Fill(2, "z")[1]}{Fill(2, 5m)[1]}{Text(new[] { 1, 2 }, 1)}{Text(new[] { "p" }, 0)}";
                }
            }
            """),
        ("structs", """
            public static class P
            {
                struct Point { public int X, Y; public Point(int x, int y) { X = x; Y = y; } public void Move(int d) { X += d; this.Y += d; } public readonly int Sum => X + Y; public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); public override string ToString() => $"({X},{Y})"; }
                struct Line { public Point A; public Point B; public readonly Point C; public Line() { A = new(1, 1); C = new(9, 9); } public void Reset() => this = new Line(); }
                readonly record struct Money(decimal Amount, string Currency);
                class Holder { public Line line = new(); public Point? maybe; public readonly Point fix = new(5, 5); public DateTime when; public Point[] points = new Point[2]; public Money money = new(1m, "EUR"); public Point Prop { get; set; } }
                static Point Make() => new(7, 8);
                static ref Point Find(Holder h) => ref h.points[1];
                public static object Run()
                {
                    var h = new Holder(); h.line.A.X = 4; h.line.A.Move(2); h.line.B = h.line.A + new Point(1, 1); h.points[1].Move(3); h.points[0] = h.points[1]; h.points[0].X = 50;
                    var copy = h.line; copy.A.X = -1; h.maybe = new Point(2, 2); var m = h.maybe?.Sum ?? 0; h.maybe = null; h.when = default; h.when = h.when.AddDays(1);
                    ref var p = ref Find(h); p.Y++; p = p + p; Find(h).X--; var s = Make().Sum + Make().X; h.money = h.money with { Amount = 2m }; h.Prop = new(3, 3); var old = h.Prop; old.X++;
                    object boxed = h.line.A; ((Point)boxed).Move(1); var un = (Point)boxed; h.line.B.Move(1);
                    var r = $"{h.line.A}{h.line.B}{copy.A}{h.points[0]}{h.points[1]}{m}{h.maybe}{h.when:yyyy-MM-dd}{s}{h.money}{h.Prop}{old}{un}{h.line.C}{h.fix.X}{h.fix}"; h.line.Reset(); return r + h.line.A + (h.money == new Money(2m, "EUR"));
                }
            }
            """),
        ("numbers", """
            public static class P
            {
                enum E : byte { A, B = 200 } [Flags] enum F : long { X = 1, Y = 1L << 40 }
                class N { public sbyte a = -1; public byte b = 255; public short c = -300; public ushort d = 60000; public int e = int.MinValue; public uint f = uint.MaxValue; public long g = long.MinValue; public ulong h = ulong.MaxValue; public float i = 1.5f; public double j = -2.25; public char k = 'x'; public bool l = true; public decimal m = 1.1m; public nint n = -5; public nuint o = 6; public E p = E.B; public F q = F.X | F.Y; public Int128 r = Int128.MaxValue; public Half s = (Half)2; }
                static sbyte sa = -2; static ulong sh = ulong.MaxValue; static E se = E.B; static bool sb = true; static char sc = 'é';
                public static object Run()
                {
                    var n = new N(); n.a--; n.b++; n.c *= 2; n.d += 6000; n.e--; n.f++; n.g >>= 3; n.h /= 3; n.i *= 2; n.j -= 1; n.k++; n.l = !n.l; n.m *= 3; n.n--; n.o++; n.p |= E.A; n.q &= ~F.X; n.r--; n.s += (Half)1;
                    sa--; sh >>= 1; se = (E)((int)se + 1); sb ^= true; sc++;
                    var es = new E[] { E.A, E.B }; es[0] |= E.B; var bs = new sbyte[] { -3 }; bs[0]--; var us = new ushort[1]; us[0] = 65535; us[0]++; var cs = new char[] { 'a' }; cs[0]++; var fs = new float[1]; fs[0] += 0.5f; var ls = new ulong[1]; ls[0]--; var ns = new nint[1]; ns[0] = -1; var ds = new decimal[1]; ds[0] += 1.5m; uint ix = 0; long lx = 0; es[ix] = es[lx];
                    return $"{n.a}{n.b}{n.c}{n.d}{n.e}{n.f}{n.g}{n.h}{n.i}{n.j}{n.k}{n.l}{n.m}{n.n}{n.o}{n.p}{n.q}{n.r}{n.s}|{sa}{sh}{se}{sb}{sc}|{es[0]}{bs[0]}{us[0]}{cs[0]}{fs[0]}{ls[0]}{ns[0]}{ds[0]}";
                }
            }
            """),
    ];
}
