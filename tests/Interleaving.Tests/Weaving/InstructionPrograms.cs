namespace Interleaving.Tests.Weaving;

/// <summary>Programs for <see cref="ReplacedInstructionTests"/>: each does what a check of the platform may have to stop.</summary>
internal static class InstructionPrograms
{
    /// <summary>Programs by name, as the body of a method that returns what comes of it.</summary>
    public static readonly IReadOnlyList<(string Name, string Body)> All =
    [
        ("item of null", "int[] a = Null<int[]>(); return a[0];"),
        ("item of null is set", "int[] a = Null<int[]>(); a[0] = 1; return 0;"),
        ("address of an item of null", "int[] a = Null<int[]>(); ref var r = ref a[0]; return r;"),
        ("object of null", "object[] a = Null<object[]>(); return a[0];"),
        ("item before the first", "var a = new int[2]; Keep(a); return a[Minus()];"),
        ("item behind the last", "var a = new int[2]; Keep(a); return a[a.Length];"),
        ("item behind the last is set", "var a = new int[2]; Keep(a); a[a.Length] = 1; return 0;"),
        ("address behind the last", "var a = new long[2]; Keep(a); ref var r = ref a[2]; return r;"),
        ("by a long index", "var a = new long[2]; Keep(a); return a[long.MaxValue];"),
        ("by an unsigned index", "var a = new long[2]; Keep(a); return a[uint.MaxValue];"),
        ("by an unsigned long index is set", "var a = new string[2]; Keep(a); a[ulong.MaxValue] = \"\"; return 0;"),
        ("any object among strings", "object[] a = new string[1]; Keep(a); a[0] = new object(); return a[0];"),
        ("a string among strings", "object[] a = new string[1]; Keep(a); a[0] = \"x\"; return a[0];"),
        ("null among strings", "object?[] a = new string[1]; Keep(a); a[0] = null; return a[0];"),
        ("address of an item of a derived type", "object[] a = new string[1]; Keep(a); ref var r = ref a[0]; r = new object(); return a[0];"),
        ("address of an item of an interface", "IComparable[] a = new string[1]; Keep(a); Put(ref a[0]); return a[0];"),
        ("read-only address of an item of a derived type", "object[] a = new string[] { \"x\" }; Keep(a); ref readonly var r = ref a[0]; return r;"),
        ("in parameter over a derived type", "object[] a = new string[] { \"x\" }; Keep(a); return Look(in a[0]);"),
        ("generic item of a derived type", "object[] a = new string[] { \"x\" }; Keep(a); return Text(a) + First(a);"),
        ("generic item of a derived type is set", "object[] a = new string[] { \"x\" }; Keep(a); SetFirst<object>(a, 3); return a[0];"),
        ("generic address of a derived type", "object[] a = new string[] { \"x\" }; Keep(a); Point<object>(a) = 3; return a[0];"),
        ("generic address of the type itself", "var a = new string[] { \"x\" }; Keep(a); Point(a) = \"y\"; return a[0];"),
        ("call on an item of null", "string[] a = new string[1]; Keep(a); return a[0].Length;"),
        ("numbers as other numbers", "var a = (int[])(object)new uint[] { uint.MaxValue }; Keep(a); a[0]--; ref var r = ref a[0]; r--; return a[0];"),
        ("an enumeration as its numbers", "var a = (int[])(object)new DayOfWeek[] { DayOfWeek.Friday }; Keep(a); a[0]++; return a[0];"),
        ("either of two arrays", "string[] s = [\"x\"]; object[] o = [new object()]; Keep(s); return (Yes() ? o : s)[0].ToString();"),
        ("either of two arrays is set", "string[] s = [\"x\"]; object[] o = [new object()]; Keep(s); (Yes() ? s : o)[0] = new object(); return 0;"),
        ("small numbers keep their sign", "sbyte[] b = [-1]; short[] h = [-2]; byte[] u = [255]; char[] c = ['x']; bool[] t = [true]; Keep(b); Keep(h); Keep(u); Keep(c); Keep(t); return $\"{b[0]} {h[0]} {u[0]} {c[0]} {t[0]}\";"),
        ("two dimensions, outside", "var a = new int[2, 2]; Keep(a); return a[1, 2];"),
        ("two dimensions, outside is set", "var a = new int[2, 2]; Keep(a); a[2, 0] = 1; return 0;"),
        ("two dimensions, null", "int[,] a = Null<int[,]>(); return a[0, 0];"),
        ("two dimensions of a derived type", "object[,] a = new string[1, 1]; Keep(a); a[0, 0] = \"x\"; return a[0, 0];"),
        ("two dimensions, any object among strings", "object[,] a = new string[1, 1]; Keep(a); a[0, 0] = new object(); return a[0, 0];"),
        ("two dimensions, address of a derived type", "object[,] a = new string[1, 1]; Keep(a); ref var r = ref a[0, 0]; r = new object(); return a[0, 0];"),
        ("two dimensions, read-only address of a derived type", "object[,] a = new string[1, 1]; Keep(a); ref readonly var r = ref a[0, 0]; return r;"),
        ("two dimensions, numbers", "var a = new long[2, 2]; Keep(a); a[1, 0] = 5; a[1, 0]++; ref var r = ref a[1, 0]; r++; return a[1, 0];"),
        ("field of null", "C c = Null<C>(); return c.Number;"),
        ("field of null is set", "C c = Null<C>(); c.Number = 1; return 0;"),
        ("field of null is set to what throws", "C c = Null<C>(); c.Number = Throws(); return 0;"),
        ("address of a field of null", "C c = Null<C>(); Put(ref c.Name!); return 0;"),
        ("volatile field of null", "C c = Null<C>(); return c.Ready;"),
        ("volatile field of null is set", "C c = Null<C>(); c.Ready = true; return 0;"),
        ("property of null", "C c = Null<C>(); return c.Property;"),
        ("property of null is set", "C c = Null<C>(); c.Property = 1; return 0;"),
        ("field of a struct of null", "C c = Null<C>(); return c.Pair.Second;"),
        ("field of a struct of null is set", "C c = Null<C>(); c.Pair.Second = 1; return 0;"),
        ("volatile field of a struct", "var c = new C(); Keep(c); c.Pair.Flag = true; return c.Pair.Flag;"),
        ("through a reference to nothing", "ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<int>(); return r;"),
        ("through a reference to nothing is set", "ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<long>(); r = 1; return r;"),
        ("a struct through a reference to nothing", "ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<Pair>(); return r.Second;"),
        ("a struct through a reference to nothing is cleared", "ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<Pair>(); r = default; return 0;"),
        ("an object through a reference to nothing", "ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<string>(); return r;"),
        ("unboxed from null", "object o = Null<object>(); return (int)o;"),
        ("unboxed as another type", "object o = 1; Keep(o); return (long)o;"),
        ("unboxed as another struct", "object o = new Pair(); Keep(o); return ((Other)o).First;"),
        ("unboxed as its own struct", "object o = new Pair { Second = 4 }; Keep(o); return ((Pair)o).Second;"),
        ("unboxed from null as a struct", "object o = Null<object>(); return ((Pair)o).Second;"),
        ("unboxed null as nullable", "object? o = Null<object>(); return (Pair?)o is null;"),
        ("unboxed as nullable", "object? o = new Pair { Second = 3 }; Keep(o); return ((Pair?)o)!.Value.Second;"),
        ("unboxed by a type parameter", "object o = new Pair(); Keep(o); return As<Other>(o).First;"),
        ("cast to a class that it is not", "object o = \"x\"; Keep(o); return ((C)o).Number;"),
        ("cast of null", "object o = Null<object>(); return (C)o is null;"),
        ("cast to an interface that it does not have", "object o = new C(); Keep(o); return ((IDisposable)o).GetHashCode();"),
        ("call on null", "C c = Null<C>(); return c.Method();"),
        ("virtual call on null", "C c = Null<C>(); return c.ToString();"),
        ("call of an interface on null", "IComparable c = Null<IComparable>(); return c.CompareTo(1);"),
        ("call of the platform on null", "List<int> l = Null<List<int>>(); l.Add(1); return 0;"),
        ("item of a list of null", "IList<int> l = Null<IList<int>>(); return l[0];"),
        ("item of a list behind its end", "var l = new List<int>(); return l[0];"),
        ("delegate of null", "Action a = Null<Action>(); a(); return 0;"),
        ("delegate of a method on null", "List<int> l = Null<List<int>>(); Action<int> a = l.Add; a(1); return 0;"),
        ("delegate of an own method on null", "C c = Null<C>(); Func<int> a = c.Method; return a();"),
        ("delegate of a virtual method on null", "C c = Null<C>(); Func<string?> a = c.ToString; return a();"),
        ("lock on null", "object o = Null<object>(); lock (o) return 0;"),
        ("atomic on null", "C c = Null<C>(); return Interlocked.Increment(ref c.Number);"),
        ("atomic on an item outside", "var a = new int[1]; Keep(a); return Interlocked.Increment(ref a[1]);"),
        ("atomic on an item of a derived type", "object[] a = new string[1]; Keep(a); Interlocked.Exchange(ref a[0], new object()); return a[0];"),
        ("volatile on an item of a derived type", "object[] a = new string[1]; Keep(a); Volatile.Write(ref a[0], new object()); return a[0];"),
        ("out parameter into an item of a derived type", "object[] a = new string[1]; Keep(a); Give(out a[0]); return a[0];"),
        ("span over an array of a derived type", "object[] a = new string[1]; Keep(a); Span<object> s = a; s[0] = new object(); return a[0];"),
        ("read-only span over an array of a derived type", "object[] a = new string[] { \"x\" }; Keep(a); ReadOnlySpan<object> s = a; return s[0];"),
        ("memory over an array of a derived type", "object[] a = new string[1]; Keep(a); var m = new Memory<object>(a); return m.Length;"),
        ("span behind its end", "var a = new int[2]; Keep(a); Span<int> s = a; return s[2];"),
        ("span of a part outside", "var a = new int[2]; Keep(a); return a.AsSpan(1, 2).Length;"),
        ("copied where it does not fit", "var a = new int[2]; Keep(a); a.CopyTo(new int[1], 0); return 0;"),
        ("copied to another type", "object[] a = [1]; Keep(a); Array.Copy(a, new string[1], 1); return 0;"),
        ("filled with a derived type", "object[] a = new string[1]; Keep(a); Array.Fill(a, new object()); return a[0];"),
        ("static field of a type that cannot be initialised", "return Faulty.Value;"),
        ("a string is not written", "var s = \"abc\"; return s[3];"),
        ("divided by nothing", "var c = new C(); Keep(c); return 1 / c.Number;"),
        ("array of a size below zero", "var a = new int[Minus()]; Keep(a); return a.Length;"),
        ("overflow on the way into a field", "var c = new C { Number = int.MaxValue }; Keep(c); checked { c.Number++; } return c.Number;"),
        ("record compared with null", "var r = Null<Rec>(); return r == new Rec(1);"),
        ("a misaligned number", "var b = new byte[24]; Keep(b); b[3] = 7; return MemoryMarshal.Cast<byte, long>(b.AsSpan(1))[0];"),
        ("a misaligned number is set", "var b = new byte[24]; Keep(b); ref var r = ref MemoryMarshal.Cast<byte, long>(b.AsSpan(1))[1]; r = -2; r++; return b[9];"),
        ("a misaligned number behind the end", "var b = new byte[24]; Keep(b); return MemoryMarshal.Cast<byte, long>(b.AsSpan(1))[2];"),
        ("a misaligned number by a pointer", "unsafe { var b = new byte[24]; Keep(b); b[3] = 7; fixed (byte* p = b) { *(int*)(p + 1) += 1; return *(long*)(p + 1); } }"),
        ("read as misaligned", "var b = new byte[24]; Keep(b); b[9] = 1; return System.Runtime.CompilerServices.Unsafe.ReadUnaligned<long>(ref b[3]);"),
        ("written as misaligned", "var b = new byte[24]; Keep(b); System.Runtime.CompilerServices.Unsafe.WriteUnaligned(ref b[3], -1); return b[6] + b[7];"),
        ("atomic on a misaligned number", "var b = new byte[24]; Keep(b); return Interlocked.Increment(ref MemoryMarshal.Cast<byte, int>(b.AsSpan(1))[0]);"),
        ("volatile on a misaligned number", "var b = new byte[24]; Keep(b); Volatile.Write(ref MemoryMarshal.Cast<byte, int>(b.AsSpan(1))[0], 258); return b[1] + b[2];"),
        ("a misaligned field", "var c = new C(); Keep(c); c.Packed.Number = 9; c.Packed.Number++; ref var r = ref c.Packed; return r.Number;"),
        ("cast to what holds references", "var b = new byte[24]; Keep(b); return MemoryMarshal.Cast<byte, Named>(b).Length;"),
        ("a read-only field is changed in a copy", "var c = new C(); Keep(c); c.Fixed.Count(); return c.Fixed.First;"),
        ("a read-only parameter is changed in a copy", "var a = new Pair[1]; Keep(a); return Counted(in a[0]);"),
        ("a read-only reference is changed in a copy", "var c = new C(); Keep(c); c.Only().Count(); return c.Pair.First;"),
        ("a read-only static field is changed in a copy", "Still.Pair.Count(); return Still.Pair.First;"),
        ("read-only address behind the last", "var a = new Pair[1]; Keep(a); return Counted(in a[a.Length]);"),
        ("read-only address of an item of null", "Pair[] a = Null<Pair[]>(); return Counted(in a[0]);"),
        ("read-only address in a read-only span", "ReadOnlySpan<Pair> s = new Pair[1]; return Counted(in s[1]);"),
        ("struct by a type parameter", "var a = new Pair[1]; Keep(a); Fill(out a[0]); return Copied(ref a[0]).First;"),
        ("struct copied through references", "var a = new Pair[2]; Keep(a); ref var r = ref a[0]; ref var q = ref a[1]; r.First = 3; q = r; return q.First;"),
        ("delegate of a virtual method of a base class", "C c = new C(); Keep(c); Func<string?> a = c.ToString; return a();"),
        ("method of an unboxed struct", "object o = new Pair { First = 5 }; Keep(o); return ((Pair)o).Sum();"),
        ("interface of a boxed struct of another type", "object o = new Other(); Keep(o); return ((ICounted)(object)(Pair)o).Sum();"),
        .. new[] { "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "nint", "nuint", "float", "double", "char", "bool", "string" }.SelectMany(OfType),
        ("positional null", "var r = Null<Rec>(); var (x, _) = (r.X, 0); return x;"),
    ];

    /// <summary>What each type has instructions of its own for.</summary>
    private static IEnumerable<(string Name, string Body)> OfType(string type) =>
    [
        ($"{type}: item", $"var a = new {type}[2]; Keep(a); a[1] = a[0]; return a[1];"),
        ($"{type}: item outside", $"var a = new {type}[2]; Keep(a); return a[a.Length];"),
        ($"{type}: item outside is set", $"var a = new {type}[2]; Keep(a); a[a.Length] = default; return 0;"),
        ($"{type}: item of null", $"var a = Null<{type}[]>(); return a[0];"),
        ($"{type}: item of null is set", $"var a = Null<{type}[]>(); a[0] = default; return 0;"),
        ($"{type}: through a reference", $"var a = new {type}[1]; Keep(a); ref var r = ref a[0]; r = default; return r;"),
        ($"{type}: through a reference to nothing", $"ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<{type}>(); return r;"),
        ($"{type}: through a reference to nothing is set", $"ref var r = ref System.Runtime.CompilerServices.Unsafe.NullRef<{type}>(); r = Default<{type}>(); return 0;"),
    ];

    public const string Members = """
        static T Default<T>() => default;
        static void Fill<T>(out T at) => at = default;
        static T Copied<T>(ref T at) => at;
        static int Counted(in Pair pair) { pair.Count(); return pair.First; }
        public static T Null<T>() where T : class => (T)(object?)Gone.Value!;
        static class Gone { public static object? Value; }
        public static void Keep(object o) => Kept = o;
        static object? Kept;
        static int Minus() => -1;
        static bool Yes() => Kept is not null;
        static int Throws() => throw new NotSupportedException();
        static void Put<T>(ref T at) { }
        static object Look(in object at) => at;
        static void Give(out object at) => at = new object();
        static string Text<T>(T[] a) => a[0]!.ToString()!;
        static T First<T>(T[] a) => a[0];
        static void SetFirst<T>(T[] a, T value) => a[0] = value;
        static ref T Point<T>(T[] a) => ref a[0];
        static T As<T>(object o) => (T)o;
        class C { public int Number; public string? Name; public volatile bool Ready; public Pair Pair; public Packed Packed; public readonly Pair Fixed; public ref readonly Pair Only() => ref Pair; public int Property { get; set; } public int Method() => Number; public override string ToString() => "C"; }
        interface ICounted { int Sum(); }
        struct Pair : ICounted { public int First; public long Second; public volatile bool Flag; public int Sum() => First; public void Count() => First++; }
        struct Named { public string Name; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] struct Packed { public byte Before; public int Number; }
        static class Still { public static readonly Pair Pair = new Pair { First = 2 }; }
        struct Other { public int First; }
        static class Faulty { public static int Value = int.Parse("x"); }
        record Rec(int X);
        """;

    /// <summary>All of them as one program.</summary>
    public static string Source { get; } = $$"""
        #nullable disable
        using System.Runtime.InteropServices;
        public static class P
        {
        {{string.Concat(All.Select((one, i) => $"    public static object Program{i}() {{ {one.Body} }}\n"))}}
        {{Members}}
        }
        """;
}
