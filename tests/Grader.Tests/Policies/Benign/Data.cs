// ---- iterator with cleanup
class C { IEnumerable<int> Count(int n) { try { for (var i = 0; i < n; i++) yield return i; } finally { Console.WriteLine("done"); } } }
// ---- iterator with a lock inside
class C { readonly object gate = new(); IEnumerable<int> M() { lock (gate) { yield return 1; } } }
// ---- recursive iterator
class Tree<T>(Tree<T>? left, T value, Tree<T>? right) : IEnumerable<T> { public IEnumerator<T> GetEnumerator() { foreach (var x in left ?? Enumerable.Empty<T>()) yield return x; yield return value; foreach (var x in right ?? Enumerable.Empty<T>()) yield return x; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
// ---- enumerator by hand
class Range(int n) { public Enumerator GetEnumerator() => new(n); public struct Enumerator(int n) { public int Current { get; private set; } = -1; public bool MoveNext() => ++Current < n; } int Sum() { var s = 0; foreach (var x in this) s += x; return s; } }
// ---- collection expressions for arrays, lists and spans
class C { int M(int[] a) { int[] x = [1, 2, .. a, 3]; List<int> y = [.. x, 4]; Span<int> z = [1, 2, 3]; ReadOnlySpan<int> w = [5, 6]; HashSet<string> h = ["a", "b"]; return x.Length + y.Count + z.Length + w.Length + h.Count; } }
// ---- collection expressions for interfaces
class C { IReadOnlyList<int> M(IEnumerable<int> a) => [1, .. a]; IEnumerable<string> One() => ["x"]; ICollection<int> Many() => [1, 2, 3]; IEnumerable<int> None() => []; }
// ---- collection expressions for immutable collections
using System.Collections.Immutable;
class C { ImmutableArray<int> M(int[] a) => [0, .. a]; ImmutableList<string> L() => ["a", "b"]; ImmutableDictionary<string, int> D() => ImmutableDictionary<string, int>.Empty.Add("a", 1); }
// ---- collection builder
[System.Runtime.CompilerServices.CollectionBuilder(typeof(Bag), "Create")] class Bag<T>(T[] items) : List<T>(items); static class Bag { public static Bag<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray()); } class C { Bag<int> M() => [1, 2, 3]; }
// ---- collection and dictionary initialisers
class C { Dictionary<string, List<int>> M() => new() { ["a"] = [1, 2], ["b"] = new List<int> { 3, 4 } }; Dictionary<string, int> N() => new() { { "a", 1 }, { "b", 2 } }; }
// ---- params collections
class C { int Sum(params ReadOnlySpan<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; } int Names(params IEnumerable<string> n) => n.Count(); int M() => Sum(1, 2, 3) + Sum() + Names("a", "b"); }
// ---- params of one and of none
class C { string M() => string.Join(",", 1, 2, 3) + string.Concat("a", "b", "c", "d", "e") + Path.Combine("a", "b", "c", "d", "e"); }
// ---- stackalloc into a span
class C { int M(int n) { Span<int> a = stackalloc int[8]; Span<byte> b = n < 100 ? stackalloc byte[n] : new byte[n]; a[3] = n; b.Fill(1); return a[3] + b.Length; } }
// ---- stackalloc with values
class C { int M() { ReadOnlySpan<int> primes = stackalloc int[] { 2, 3, 5, 7 }; Span<char> c = stackalloc[] { 'a', 'b' }; return primes[2] + c.Length; } }
// ---- inline arrays
[System.Runtime.CompilerServices.InlineArray(4)] struct Four { private int first; } class C { int M() { var f = new Four(); f[2] = 3; Span<int> s = f; var sum = 0; foreach (var x in f) sum += x; return sum + s[1..3].Length; } }
// ---- big constant arrays
class C { static readonly int[] Table = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]; static ReadOnlySpan<byte> Bytes => [1, 2, 3, 4, 5, 6, 7, 8, 9]; static ReadOnlySpan<int> Ints => [100, 200, 300]; double[,] grid = { { 1, 2 }, { 3, 4 } }; }
// ---- jagged and rectangular arrays
class C { int M() { var g = new int[3, 4]; g[1, 2] = 5; int[][] j = [[1], [2, 3]]; var copy = (int[])j[1].Clone(); Array.Sort(copy); return g.GetLength(0) + j.Length + Array.IndexOf(copy, 3) + g[1, 2]; } }
// ---- spans and memory
class C { int M(string s, Memory<byte> m) { var i = s.AsSpan().IndexOf('x'); m.Span.Clear(); return i + s.AsSpan(1, 2).ToString().Length + int.Parse(s.AsSpan()[..1]) + "abc".AsSpan().CompareTo("abd", StringComparison.Ordinal); } }
// ---- splitting and trimming without copies
class C { int M(ReadOnlySpan<char> s) { var n = 0; foreach (var part in s.Split(',')) n += s[part].Trim().Length; foreach (var line in s.EnumerateLines()) n++; return n; } }
// ---- string building
using System.Text;
class C { string M(IEnumerable<int> xs) { var b = new StringBuilder(); foreach (var x in xs) b.Append($"{x}, ").AppendLine().Insert(0, 'x'); b.AppendJoin(';', xs); return b.ToString().ToUpperInvariant().PadLeft(9).Replace("a", "b"); } }
// ---- string.Create and comparers
class C { string M(int n) => string.Create(n, 'x', (span, c) => span.Fill(c)); bool S(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase) && StringComparer.Ordinal.Compare(a, b) == 0; }
// ---- encodings and hashing by hand
using System.Text;
class C { int M(string s) { var h = 17; foreach (var b in Encoding.UTF8.GetBytes(s)) h = h * 31 + b; return h; } int R(string s) => s.EnumerateRunes().Count(r => Rune.IsLetter(r)); }
// ---- regular expressions
using System.Text.RegularExpressions;
class C { static readonly Regex Word = new(@"\w+", RegexOptions.None, TimeSpan.FromSeconds(1)); int M(string s) => Word.Matches(s).Count + (Regex.IsMatch(s, "^a") ? 1 : 0) + Word.Match(s).Groups[0].Length; }
// ---- LINQ in method form
class C { object M(int[] a) => a.Where(x => x > 1).SelectMany(x => Enumerable.Range(0, x)).GroupBy(x => x % 3).ToDictionary(g => g.Key, g => g.Sum()).OrderByDescending(p => p.Value).ThenBy(p => p.Key).Take(3).Aggregate(0, (s, p) => s + p.Value); }
// ---- LINQ in query form
class C { object M(string[] words, int[] sizes) => from w in words join s in sizes on w.Length equals s into found let first = w[0] where first != 'x' orderby w descending, first from f in found select new { w, f } into both group both by both.f; }
// ---- newer LINQ operators
class C { int M(int[] a) => a.Chunk(3).Count() + a.DistinctBy(x => x % 2).Count() + a.Index().Sum(p => p.Index) + a.CountBy(x => x).Count() + a.MinBy(x => -x) + a.Zip(a, a).Count() + a.AggregateBy(x => x, 0, (s, x) => s + x).Count(); }
// ---- lookups and sets
class C { int M(string[] a) { var l = a.ToLookup(s => s.Length); var s = a.ToHashSet(StringComparer.OrdinalIgnoreCase); s.UnionWith(["x"]); return l[3].Count() + s.Count + a.Except(["b"]).Union(a).Intersect(a).Count(); } }
// ---- queues, stacks, linked lists, priority queues, sorted sets
class C { int M() { var q = new Queue<int>([1]); var s = new Stack<int>(); s.Push(q.Dequeue()); var l = new LinkedList<int>(); l.AddLast(1); var p = new PriorityQueue<string, int>(); p.Enqueue("a", 2); var t = new SortedSet<int> { 3, 1 }; var d = new SortedDictionary<int, string> { [1] = "x" }; return s.Pop() + l.Count + p.Count + t.Min + d.Count; } }
// ---- frozen collections and read-only views
using System.Collections.Frozen; using System.Collections.ObjectModel;
class C { static readonly FrozenDictionary<string, int> F = new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(); ReadOnlyCollection<int> M(List<int> l) => l.AsReadOnly(); FrozenSet<int> S(int[] a) => a.ToFrozenSet(); }
// ---- alternate lookup
class C { int M(Dictionary<string, int> d, ReadOnlySpan<char> key) => d.GetAlternateLookup<ReadOnlySpan<char>>()[key]; }
// ---- comparers and equality by hand
class Person(string name) : IEquatable<Person>, IComparable<Person> { public string Name => name; public bool Equals(Person? o) => o?.Name == Name; public override bool Equals(object? o) => Equals(o as Person); public override int GetHashCode() => Name.GetHashCode(); public int CompareTo(Person? o) => string.CompareOrdinal(Name, o?.Name); } class ByName : IComparer<Person> { public int Compare(Person? a, Person? b) => Comparer<string>.Default.Compare(a?.Name, b?.Name); }
// ---- big numbers and complex ones
using System.Numerics;
class C { BigInteger Factorial(int n) => n < 2 ? BigInteger.One : n * Factorial(n - 1); Complex Z => new(1, 2); Vector<int> V(int[] a) => new Vector<int>(a) + Vector<int>.One; Int128 Big => Int128.MaxValue; }
// ---- a buffer of its own
using System.Buffers;
class C { int M() { var w = new ArrayBufferWriter<byte>(); w.GetSpan(4)[0] = 1; w.Advance(1); var p = ArrayPool<int>.Create(); var a = p.Rent(10); p.Return(a); return w.WrittenCount + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian([0, 0, 0, 1]); } }
// ---- streams and readers in memory
class C { string M(string s) { using var r = new StringReader(s); using var w = new StringWriter(); while (r.ReadLine() is { } line) w.WriteLine(line); using var m = new MemoryStream(); m.WriteByte(3); return w.ToString() + m.ToArray().Length; } }
// ---- printing for oneself
class C { void M(int x) { Console.WriteLine($"x is {x}"); Console.WriteLine("{0} {1}", x, x); Console.Error.WriteLine(x); Console.Out.Write('c'); System.Diagnostics.Debug.WriteLine("here"); System.Diagnostics.Debug.Assert(x > 0, $"bad {x}"); } }
// ---- memoising with a weak table
class C { static readonly System.Runtime.CompilerServices.ConditionalWeakTable<object, string> Names = new(); string M(object o) => Names.GetValue(o, static k => "x"); bool W(WeakReference<object> w) => w.TryGetTarget(out _); }
// ---- observer and property change
using System.ComponentModel;
class M : INotifyPropertyChanged, IObserver<int> { public event PropertyChangedEventHandler? PropertyChanged; public void OnCompleted() { } public void OnError(Exception e) { } public void OnNext(int v) => PropertyChanged?.Invoke(this, new("v")); }
// ---- time of day through a provider
class C(TimeProvider time) { DateTimeOffset M() => time.GetUtcNow(); long S() => time.GetTimestamp(); }
// ---- an interpolated string handler of its own
using System.Runtime.CompilerServices;
[InterpolatedStringHandler] ref struct H(int literal, int holes) { private readonly List<string> parts = []; public void AppendLiteral(string s) => parts.Add(s); public void AppendFormatted<T>(T v) => parts.Add($"{v}"); public int Count => parts.Count; } class C { int Log(H h) => h.Count; int M(int x) => Log($"a{x}b"); }
