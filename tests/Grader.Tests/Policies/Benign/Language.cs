// ---- record class
public record Point(int X, int Y) { public double Length => Math.Sqrt(X * X + Y * Y); }
// ---- record struct with a with expression
public readonly record struct Money(decimal Amount, string Currency);
class C { Money Double(Money m) => m with { Amount = m.Amount * 2 }; }
// ---- record inheritance
public abstract record Shape; public sealed record Circle(double R) : Shape; public sealed record Box(double W, double H) : Shape;
class C { double Area(Shape s) => s switch { Circle c => Math.PI * c.R * c.R, Box { W: var w, H: var h } => w * h, _ => throw new InvalidOperationException() }; }
// ---- switch expression without a default arm
class C { int M(DayOfWeek d) => d switch { DayOfWeek.Monday => 1, DayOfWeek.Sunday => 7 }; }
// ---- switch on many strings
class C { int M(string s) { switch (s) { case "a": return 1; case "b": return 2; case "c": return 3; case "d": return 4; case "e": return 5; case "f": return 6; case "g": return 7; case "hh": return 8; default: return 0; } } }
// ---- switch on a span of characters
class C { int M(ReadOnlySpan<char> s) => s switch { "add" => 1, "sub" => 2, "mul" => 3, "div" => 4, "mod" => 5, "pow" => 6, "neg" => 7, _ => 0 }; }
// ---- list patterns
class C { string M(int[] a) => a switch { [] => "none", [var x] => $"{x}", [var first, .., var last] => $"{first}..{last}" }; }
// ---- slice patterns
class C { int[] Rest(int[] a) => a is [_, .. var rest] ? rest : []; }
// ---- relational and logical patterns
class C { bool Letter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'); bool NotNull(object? o) => o is not null; }
// ---- property patterns on nested objects
class C { bool M((int A, (string B, int C) D) x) => x is { A: > 1, D: { B: "x", C: 3 } }; }
// ---- tuples and deconstruction
class C { (int Sum, int Count) M(int[] a) { var (s, n) = (0, 0); foreach (var x in a) (s, n) = (s + x, n + 1); return (s, n); } }
// ---- tuples of eight and equality
class C { bool M() { var t = (1, 2, 3, 4, 5, 6, 7, 8); return t == (1, 2, 3, 4, 5, 6, 7, 9) || t.Equals(t); } }
// ---- nullable value types
class C { int? M(int? a, int? b) => a + b ?? a ?? b; bool Has(int? x) => x.HasValue && x.Value > 0; }
// ---- null-conditional assignment
class Node { public Node? Next; public int Value; void M(Node? n) { n?.Value = 3; n?.Next?.Value += 1; } }
// ---- string interpolation
class C { string M(int x, double y, DateTime d) => $"{x,5} {y:0.00} {d:O} {{literal}}"; }
// ---- interpolation with an await inside
class C { async Task<string> M(Task<int> t) => $"got {await t} of {10:x}"; }
// ---- FormattableString
class C { string M(int x) => FormattableString.Invariant($"{x:N0}"); }
// ---- raw strings
class C { string M(int n) => $$"""{ "n": {{n}} }"""; }
// ---- UTF-8 literals
class C { int M() => "hello"u8.Length; ReadOnlySpan<byte> Bytes => "abc"u8; }
// ---- primary constructor
public class Counter(int start, string name) { private int value = start; public int Next() => ++value; public override string ToString() => name; }
// ---- field keyword
public class Person { public string Name { get; set => field = value.Trim(); } = ""; public int Age { get => field; set => field = Math.Max(0, value); } }
// ---- required and init members
public class Options { public required string Name { get; init; } public int Size { get; init; } = 3; }
class C { Options M() => new() { Name = "x", Size = 4 }; }
// ---- required with SetsRequiredMembers
public class Options { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Options(string n) => Name = n; public required string Name { get; init; } }
// ---- extension methods
public static class Extensions { public static int Twice(this int x) => x * 2; public static IEnumerable<T> Odd<T>(this IEnumerable<T> s) => s.Where((_, i) => i % 2 == 1); }
// ---- extension members
public static class Extensions { extension<T>(IEnumerable<T> source) { public bool IsEmpty => !source.Any(); public IEnumerable<T> Tail() => source.Skip(1); } extension(string) { public static string Dots => "..."; } }
class C { bool M(int[] a) => a.IsEmpty || string.Dots.Length > a.Tail().Count(); }
// ---- partial members
public partial class P { public partial int Size { get; } partial void Told(int x); public partial int Size => 3; partial void Told(int x) { } void M() => Told(1); }
// ---- user-defined operators
public readonly struct V(int x) { public int X => x; public static V operator +(V a, V b) => new(a.X + b.X); public static bool operator true(V v) => v.X != 0; public static bool operator false(V v) => v.X == 0; public static explicit operator int(V v) => v.X; }
// ---- compound assignment operators
public class Sum { private int total; public void operator +=(int x) => total += x; public int Total => total; void M() { var s = new Sum(); s += 3; } }
// ---- indexers, with ranges and from the end
class Row { private readonly int[] cells = new int[9]; public int this[int i] { get => cells[i]; set => cells[i] = value; } public int Length => 9; int Last() => this[^1]; int[] Part() => cells[1..^1]; string S(string s) => s[2..]; }
// ---- events
class Bell { public event EventHandler<int>? Rang; public event Action Custom { add { } remove { } } void Ring() => Rang?.Invoke(this, 3); }
// ---- delegates of its own
delegate T Maker<out T>(int seed); class C { Maker<string> M() => seed => seed.ToString(); int N(Maker<int> m) => m(3); }
// ---- local functions that capture
class C { int M(int n) { int Fib(int k) => k < 2 ? k : Fib(k - 1) + Fib(k - 2); var offset = n; int Add(int x) => x + offset; return Add(Fib(n)); } }
// ---- lambdas with defaults and params
class C { void M() { var add = (int a, int b = 2) => a + b; var sum = (params int[] xs) => xs.Sum(); _ = add(1) + sum(1, 2, 3); } }
// ---- generic mathematics
class C { static T Sum<T>(IEnumerable<T> xs) where T : System.Numerics.INumber<T> { var s = T.Zero; foreach (var x in xs) s += x; return s; } }
// ---- static abstract members
interface IMade<TSelf> where TSelf : IMade<TSelf> { static abstract TSelf Make(); } class A : IMade<A> { public static A Make() => new(); } class C { static T M<T>() where T : IMade<T> => T.Make(); }
// ---- new T()
class Factory { static T Make<T>() where T : new() => new T(); static List<T> Many<T>(int n) where T : class, new() { var l = new List<T>(); for (var i = 0; i < n; i++) l.Add(new()); return l; } }
// ---- default interface methods
interface IGreet { string Name { get; } string Hello() => $"hello {Name}"; } class A : IGreet { public string Name => "a"; }
// ---- covariant returns
class Animal { public virtual Animal Child() => new(); } class Dog : Animal { public override Dog Child() => new(); }
// ---- checked arithmetic
class C { int M(int a, int b) { checked { return a * b + (int)long.Parse("3"); } } }
// ---- native integers and bit work
class C { nint M(nint a, nuint b) => a + (nint)b; int B(uint x) => System.Numerics.BitOperations.PopCount(x) + (int)(x >>> 3); }
// ---- goto, labels, nested loops
class C { int M() { for (var i = 0; i < 9; i++) for (var j = 0; j < 9; j++) if (i * j == 42) goto done; return 0; done: return 1; } }
// ---- exception filters, finally, rethrow
class C { int M(Func<int> f) { try { return f(); } catch (InvalidOperationException e) when (e.Message.Length > 3) { throw; } catch (Exception e) { throw new ArgumentException(e.Message, nameof(f), e); } finally { f(); } } }
// ---- an exception type of its own
public sealed class RefusedException(string why) : Exception(why) { public RefusedException() : this("") { } }
// ---- throw expressions and guards
class C { string M(string? s, int n) { ArgumentNullException.ThrowIfNull(s); ArgumentOutOfRangeException.ThrowIfNegative(n); ObjectDisposedException.ThrowIf(n == 3, this); return s ?? throw new ArgumentException("x"); } }
// ---- keeping an exception's origin
class C { void M(Exception e) => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e).Throw(); }
// ---- enums with flags
[Flags] enum Access { None, Read = 1, Write = 2, All = Read | Write } class C { bool M(Access a) => a.HasFlag(Access.Read) && Enum.IsDefined(a) && Enum.GetValues<Access>().Length > 2; }
// ---- constants, decimals and dates
class C { const decimal Rate = 1.19m; static readonly DateOnly Day = new(2024, 2, 29); decimal M(decimal x = 3.5m) => Math.Round(x * Rate, 2); }
// ---- ref locals, ref returns, in, out
class C { int[] a = new int[3]; ref int At(int i) => ref a[i]; void M(in int x, out int y, ref int z) { ref var r = ref At(1); r = x; y = z; z = r; } }
// ---- ref readonly parameters
class C { int M(ref readonly int x) => x + 1; int N() { var y = 3; return M(in y); } }
// ---- ref struct with scoped
ref struct Reader(ReadOnlySpan<char> text) { private ReadOnlySpan<char> rest = text; public bool TryNext(out char c) { c = rest.IsEmpty ? ' ' : rest[0]; if (rest.IsEmpty) return false; rest = rest[1..]; return true; } static int M(scoped ReadOnlySpan<char> s) => s.Length; }
// ---- using static, alias any type
using static System.Math; using Pair = (int A, int B);
class C { Pair M() => (Max(1, 2), Min(3, 4)); }
// ---- typeof and names of types
class C { string M<T>(object o) => typeof(T).Name + o.GetType().Name + nameof(M) + (o.GetType() == typeof(C)); }
// ---- attributes of its own
[AttributeUsage(AttributeTargets.Method)] sealed class NoteAttribute(string text) : Attribute { public string Text => text; } class C { [Note("x")] void M() { } }
// ---- usual attributes
using System.Diagnostics; using System.Runtime.CompilerServices; using System.ComponentModel;
class C { [Obsolete("use N")] void M() { } [MethodImpl(MethodImplOptions.AggressiveInlining)] int N() => 1; [DebuggerStepThrough, EditorBrowsable(EditorBrowsableState.Never)] int O() => 2; [ThreadStatic] static int seen; int P() => seen++; }
// ---- nullable attributes
using System.Diagnostics.CodeAnalysis;
class C { bool TryGet(string key, [NotNullWhen(true)] out string? value) { value = key.Length > 1 ? key : null; return value is not null; } [DoesNotReturn] void Fail() => throw new Exception(); [return: MaybeNull] T M<T>() => default; }
// ---- static constructor and lazy statics
class C { static readonly Dictionary<string, int> Known; static C() { Known = new() { ["a"] = 1 }; } static readonly Lazy<C> One = new(() => new C()); }
// ---- file-local types and nested generics
file class Hidden<T> { public class Inner<U> { public Dictionary<T, List<U>>? Both; } public T? Value; } class C { object M() => new Hidden<int>.Inner<string> { Both = [] }; }
// ---- anonymous types
class C { object M(int[] a) => a.Select(x => new { x, Square = x * x }).Where(p => p.Square > 4).OrderBy(p => p.x).First(); }
// ---- unmanaged and notnull constraints
class C { static int Size<T>(T[] a) where T : unmanaged => a.Length; static bool M<T>(T x) where T : notnull => x.Equals(x); static T? N<T>() where T : struct, Enum => null; }
// ---- disposable with the usual pattern
class Resource : IDisposable { private bool disposed; public void Dispose() { Dispose(true); GC.SuppressFinalize(this); } protected virtual void Dispose(bool disposing) => disposed = true; void M() { using var r = new Resource(); using (new Resource()) GC.KeepAlive(r); } }
// ---- dates, spans of time, guids, random numbers with a seed
class C { string M() => $"{TimeSpan.FromSeconds(3):c} {DateTimeOffset.UnixEpoch:O} {Guid.Empty} {new Random(3).Next()} {HashCode.Combine(1, 2)}"; }
// ---- parsing and converting
class C { int M(string s) => int.TryParse(s, System.Globalization.CultureInfo.InvariantCulture, out var x) ? x : Convert.ToInt32("7f", 16) + BitConverter.ToInt32([1, 2, 3, 4]); }
// ---- partial constructors and events
partial class C { public partial C(int x); public partial event Action Fired; } partial class C { readonly int x; Action? fired; public partial C(int x) => this.x = x; public partial event Action Fired { add => fired += value; remove => fired -= value; } int M() { fired?.Invoke(); return x; } }
// ---- the name of an open generic type
class C { string M() => nameof(List<>) + nameof(Dictionary<,>.Count) + nameof(C.M); }
// ---- lambda parameters with modifiers alone
delegate bool Try(string text, out int value); class C { Try M() => (text, out value) => int.TryParse(text, out value); }
// ---- arrays that become spans by themselves
class C { static int Sum(ReadOnlySpan<int> xs) { var s = 0; foreach (var x in xs) s += x; return s; } int M(int[] a) => Sum(a) + Sum([1, 2]) + a.IndexOf(3) + (a.StartsWith(1) ? 1 : 0); }
// ---- an extension block with operators and static members
static class Extras { extension(List<int>) { public static List<int> Of(params ReadOnlySpan<int> xs) => [.. xs]; public static List<int> operator +(List<int> a, int b) => [.. a, b]; } extension<T>(IEnumerable<T> source) { public bool Nothing => !source.Any(); } } class C { bool M() => (List<int>.Of(1, 2) + 3).Nothing; }
// ---- generic variance and constraints on each other
interface ISource<out T> { T Next(); } interface ISink<in T> { void Put(T item); } class C<A, B> where A : B, new() { ISource<B> M(ISource<A> s) => (ISource<B>)s; B N() => new A(); }
// ---- an abstract class with template methods, a sealed override and a base call
abstract class Shape { public abstract double Area(); public virtual string Name => GetType().Name; public sealed override string ToString() => $"{Name} {Area():0.0}"; } class Circle(double r) : Shape { public override double Area() => Math.PI * r * r; public override string Name => base.Name + "!"; }
// ---- file-local struct, record and interface
file struct Pair { public int A, B; } file record Seen(int N); file interface IThing { int N { get; } } class C { int M() { var p = new Pair { A = 1 }; var s = new Seen(p.B) with { N = 2 }; return p.A + s.N; } }
