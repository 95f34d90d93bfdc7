namespace Interleaving.Tests.Weaving;

/// <content>Functions, patterns and collections.</content>
internal static partial class LanguagePrograms
{
    public static readonly (string Name, string Source)[] Functions =
    [
        ("lambdas and local functions", """
            public static class P
            {
                static int s; delegate int Op(ref int x, out int y, in int z);
                class Counter { int n; public Func<int> Next() => () => ++n; public event Action<int>? Changed; public void Fire() => Changed?.Invoke(n); public int this[int i] { get => n + i; set => n = value + i; } }
                public static object Run()
                {
                    var c = new Counter(); var f = c.Next(); f(); f(); c.Changed += v => s += v; c.Fire(); c[1] = 5; c[2]++;
                    var acts = new List<Func<int>>(); for (var i = 0; i < 3; i++) { var k = i * 10; acts.Add(() => k++ + i); } foreach (var v in new[] { 7, 8 }) acts.Add(() => v);
                    int Fact(int n) => n < 2 ? 1 : n * Fact(n - 1); int total = 0; void Add(int d) { total += d; if (d > 0) Add(d - 1); } Add(3); static int Twice(int x) => 2 * x;
                    Op op = (ref int x, out int y, in int z) => { x += z; y = x * 2; return y; }; var p = 3; var q = op(ref p, out var w, 4);
                    Func<Func<int, int>, int> apply = g => g(total); Action m = c.Fire; m(); Func<int, int> t = Twice; var o = new int[] { 3, 1, 2 }.OrderBy(x => x + s).Select(Twice).Where(x => x > total - 5).ToArray();
                    return $"{s} {c[0]} {string.Join(",", acts.Select(a => a()))} {Fact(5)} {total} {p}{q}{w} {apply(x => x + s)} {t(4)} {string.Join("", o)}";
                }
            }
            """),
        ("patterns and records", """
            public abstract record Shape(string Name); public record Circle(double R) : Shape("c"); public record Rect(double W, double H) : Shape("r") { public double Area { get; init; } = W * H; public int Hits { get; set; } }
            public static class P
            {
                static string Kind(object? o) => o switch { null => "null", int and > 5 and < 10 => "mid", int i when i < 0 => "neg" + i, string { Length: > 3 } s => s[..2], (int a, int b) => "t" + (a + b), Circle { R: var r } => "c" + r, Rect(var w, 2) { Hits: 0 } => "r" + w, int[] and [1, .., var last] => "l" + last, int[] and [] => "e", List<int> and [var x, ..] => "L" + x, not string => "other", _ => "?" };
                public static object Run()
                {
                    var r = new Rect(3, 2); var r2 = r with { W = 4, Hits = 1 }; r2.Hits++;
                    var log = string.Join(" ", new object?[] { null, 7, -2, "hello", "hi", (1, 2), new Circle(1), r, new[] { 1, 2, 9 }, Array.Empty<int>(), new List<int> { 5 }, 2.5 }.Select(Kind));
                    return log + r + r2 + (r == new Rect(3, 2)) + r.GetHashCode().Equals(new Rect(3, 2).GetHashCode()) + (r is { Name: "r" or "x", Area: >= 6 }) + new { A = 1, B = r.W }.ToString();
                }
            }
            """),
        ("iterators", """
            public static class P
            {
                class Tree { public Tree? L, R; public int V; public IEnumerable<int> Walk() { if (L != null) foreach (var x in L.Walk()) yield return x; yield return V; if (R != null) foreach (var x in R.Walk()) yield return x; } }
                static string log = "";
                static IEnumerable<int> Count(int n) { try { for (var i = 0; i < n; i++) { if (i == 3) yield break; yield return i; } } finally { log += "f"; } }
                static IEnumerator<string> Names() { yield return "a"; yield return "b"; }
                public static object Run()
                {
                    var t = new Tree { V = 2, L = new Tree { V = 1 }, R = new Tree { V = 3 } };
                    foreach (var x in Count(10)) log += x; foreach (var x in Count(10)) { if (x == 1) break; } using var n = Names(); while (n.MoveNext()) log += n.Current;
                    return log + string.Join("", t.Walk()) + string.Join("", Count(2).Zip(t.Walk()));
                }
            }
            """),
        ("spans and memory", """
            public static class P
            {
                ref struct Reader { public ReadOnlySpan<char> Left; public int At; public Reader(ReadOnlySpan<char> s) { Left = s; At = 0; } public char Next() { var c = Left[0]; Left = Left[1..]; At++; return c; } public ref int Where() => throw null!; }
                class Buffer { public byte[] data = new byte[8]; public Memory<byte> Tail => data.AsMemory(4); [System.Runtime.CompilerServices.InlineArray(4)] public struct Four { int first; } public Four four; }
                static int Sum(params ReadOnlySpan<int> xs) { var s = 0; foreach (ref readonly var x in xs) s += x; return s; }
                public static unsafe object Run()
                {
                    Span<int> local = stackalloc int[3]; local[1] = 5; local[^1]++; var b = new Buffer(); b.data.AsSpan()[2] = 9; b.Tail.Span[1] = 8; Span<byte> s = b.data; s[3]++; foreach (ref var x in s) x += 1; b.four[2] = 6; b.four[1] += 2; foreach (var v in b.four) local[0] += v;
                    var r = new Reader("xyz"); var t = $"{r.Next()}{r.Next()}{r.At}{new string(r.Left)}"; Span<string> names = ["a", "b"]; names[1] += "!"; fixed (byte* p = b.data) { p[0] = 77; *(p + 1) += 3; }
                    int[] arr = [.. local, 9]; List<int> list = [.. arr, 4]; return t + string.Join(",", arr) + string.Join(",", b.data) + names[1] + Sum(1, 2, 3) + Sum([.. list]) + list.Count + "abc"u8.Length + "hello"[1..^1];
                }
            }
            """),
        ("classes and operators", """
            public interface IGreeter { string Hi() => "hi" + Name; string Name { get; } } public abstract class Base { protected int n = 1; public virtual int Get() => n; public static int Made; protected Base() => Made++; } 
            public class Derived(int start) : Base, IGreeter { readonly int start = start; public override int Get() => base.Get() + start + n++; public string Name => $"d{start}"; public int Field { get => field; set => field = value * 2; } public required string Tag { get; init; } public static Derived operator +(Derived a, int b) { a.n += b; return a; } public static implicit operator int(Derived d) => d.n; public static bool operator true(Derived d) => d.n > 0; public static bool operator false(Derived d) => d.n <= 0; public void operator +=(int x) => n += x; }
            public static class Ext { extension(string s) { public string Shout => s.ToUpperInvariant() + "!"; } public static int Plus(this int a, int b) => a + b; } public partial class Part { public partial int Value { get; set; } public partial int Value { get => v; set => v = value; } int v; }
            public static class P
            {
                public static object Run()
                {
                    var d = new Derived(5) { Tag = "t" }; d.Field = 4; d.Field++; d += 3; int i = d; var l = d ? "yes" : "no"; Base b = d; IGreeter g = d; d?.Field = 7; var p = new Part { Value = 3 }; p.Value += 2; string? none = null; none ??= "set"; var (q, w) = (1, "two"); (q, w) = (2, w + q);
                    lock (d) { i++; } return $"{d.Get()}{b.Get()}{i}{l}{g.Hi()}{d.Field}{Base.Made}{d.Tag}{"a".Shout}{3.Plus(4)}{p.Value}{none}{q}{w}{nameof(P)}{typeof(Derived).Name}{default(int)}{(object)b is Derived}{b as IGreeter == null}{sizeof(long)}{(DateTime)default:yyyy}";
                }
            }
            """),
    ];
}
