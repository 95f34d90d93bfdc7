// ---- native code
// 3: getpid calls native code, which no kata needs
class C { [System.Runtime.InteropServices.DllImport("libc")] static extern int getpid(); }
// ---- an internal call
// 3: Magic has no body of its own
class C { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] static extern int Magic(); }
// ---- a union by explicit layout
// 3: Bits lays fields out so that one can be read as another
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Bits { [System.Runtime.InteropServices.FieldOffset(0)] object o; [System.Runtime.InteropServices.FieldOffset(0)] long l; }
// ---- fields that share half of their bytes
// 3: Half lays fields out so that one can be read as another
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Half { [System.Runtime.InteropServices.FieldOffset(0)] long a; [System.Runtime.InteropServices.FieldOffset(4)] int b; }
// ---- a field behind one of unknown size
// 3: Behind lays fields out so that one can be read as another
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Behind { [System.Runtime.InteropServices.FieldOffset(0)] Guid a; [System.Runtime.InteropServices.FieldOffset(8)] object b; }
// ---- a field across two lines
// 3: Across lays fields out so that one can be read as another
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct Across { [System.Runtime.InteropServices.FieldOffset(60)] long a; }
// ---- a function pointer
// 3: a function pointer is not allowed
unsafe class C { int M(delegate*<int> f) => f(); }
// ---- a pointer parameter
// 3: Write uses a pointer
unsafe class C { void Write(byte* p) => *p = 1; }
// ---- a pointer in a local
// 3: M uses a pointer
unsafe class C { void M(byte[] a) { fixed (byte* p = a) { *(p + 100) = 1; } } }
// ---- a pointer in a field
// 3: p uses a pointer
unsafe struct C { int* p; }
// ---- unsafe at all
// 0: [UnverifiableCode] is not allowed: it goes around the type system
unsafe class C { static void M(int x) { var y = sizeof(Span<int>*); } }
// ---- a buffer of fixed size
// 3: [FixedBuffer] is not allowed
unsafe struct C { fixed int cells[4]; }
// ---- locals that are not cleared
// 3: [SkipLocalsInit] is not allowed
class C { [System.Runtime.CompilerServices.SkipLocalsInit] static int M() { Span<int> s = stackalloc int[100]; return s[50]; } }
// ---- a module initialiser
// 3: [ModuleInitializer] is not allowed: it runs before anything calls it
class C { [System.Runtime.CompilerServices.ModuleInitializer] internal static void M() { } }
// ---- a private accessor
// 3: [UnsafeAccessor] is not allowed: it looks behind the kata's types
class C { [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = "_size")] static extern ref int Size(List<int> l); }
// ---- an attribute that opens other assemblies
// 3: System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute is declared under a name that belongs to others
namespace System.Runtime.CompilerServices { class IgnoresAccessChecksToAttribute(string name) : Attribute { public string Name => name; } }
// ---- friends
// 0: [InternalsVisibleTo] is not allowed
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("LostUpdate.Suite")]
// ---- the place of the caller
// 3: [CallerFilePath] is not allowed: its value is the caller's place in the hidden tests
class C { string M([System.Runtime.CompilerServices.CallerFilePath] string f = "") => f; }
// ---- the name of the caller
// 3: [CallerMemberName] is not allowed
class C { string M([System.Runtime.CompilerServices.CallerMemberName] string f = "") => f; }
// ---- the text of an argument
// 3: [CallerArgumentExpression] is not allowed
class C { string M(int x, [System.Runtime.CompilerServices.CallerArgumentExpression("x")] string f = "") => f; }
// ---- a type of the platform
// 3: System.Threading.Interlocked is declared under a name that belongs to others
namespace System.Threading { static class Interlocked { public static int Increment(ref int x) => ++x; } }
// ---- a type of the engine
// 3: Interleaving.Hooks is declared under a name
namespace Interleaving { public static class Hooks { } }
// ---- an exception that passes for one of an assertion library
// 3: Xunit.Sdk.Told is declared under a name
namespace Xunit.Sdk { class Told(int n) : Exception($"{n}"); }
// ---- the same of another library
// 3: FluentAssertions.Execution.Told is declared under a name
namespace FluentAssertions.Execution { class Told(int n) : Exception($"{n}"); }
// ---- a type of the tests' framework
// 3: NUnit.Framework.Assert is declared under a name
namespace NUnit.Framework { public static class Assert { } }
// ---- a type in the hidden suite's namespace
// 3: ConcurrencyKatas.LostUpdate.Suite.Claim is declared under a name
namespace ConcurrencyKatas.LostUpdate.Suite { public static class Claim { } }
// ---- a type of the judge
// 3: judge.Program is declared under a name
namespace judge { public static class Program { } }
// ---- an attribute of the compiler in disguise
// 3: System.NullReferenceException is declared under a name
namespace System { class NullReferenceException : Exception { } }
// ---- a finalizer
// 3: ~C() runs when the garbage collector likes
class C { ~C() { while (true) { } } }
// ---- a finalizer in a base class of the platform
// 3: new CriticalFinalizerObject is not allowed
class C : System.Runtime.ConstrainedExecution.CriticalFinalizerObject { }
// ---- references with a type inside
// 3: __makeref, __refvalue and __arglist are not allowed
class C { int M(int x) { var r = __makeref(x); return __refvalue(r, int); } }
// ---- a list of arguments
// 3: M takes __arglist
class C { void M(__arglist) { } }
// ---- a type from outside
// 3: IUnknown is declared to come from outside of .NET
[System.Runtime.InteropServices.ComImport, System.Runtime.InteropServices.Guid("00000000-0000-0000-C000-000000000046")] interface IUnknown { }
// ---- a lock on a literal
// 3: a lock on a string is not allowed
class C { void M() { lock ("gate") { } } }
// ---- a lock on a string field
// 3: a lock on a string is not allowed
class C { readonly string gate = "x"; void M() { lock (gate) { } } }
// ---- a lock on a type
// 3: a lock on a Type is not allowed: everybody who knows the type can hold it
class C { void M() { lock (typeof(C)) { } } }
// ---- a lock on this type
// 3: a lock on a Type is not allowed
class C { void M() { lock (GetType()) { } } }
// ---- a lock on a literal in an iterator
// 3: a lock on a string is not allowed
class C { IEnumerable<int> M() { lock ("gate") { yield return 1; } } }
// ---- a lock on a literal in an async method
// 3: a lock on a string is not allowed
class C { async Task M() { lock ("gate") { } await Task.Yield(); lock ("gate") { } } }
// ---- Monitor.Enter on a literal
// 3: a lock on a string is not allowed
class C { void M() { Monitor.Enter("gate"); Monitor.Exit("gate"); } }
// ---- Monitor.TryEnter on a type
// 3: a lock on a Type is not allowed
class C { bool M() => Monitor.TryEnter(typeof(C), 100); }
// ---- a lock on a string parameter and local
// 3: a lock on a string is not allowed
class C { void M(string s) { lock (s) { } } }
// ---- a type that is only named
// 3: FileStream is not allowed
class C { FileStream? file; }
// ---- a type argument
// 3: Process is not allowed
class C { object M() => new List<System.Diagnostics.Process>(); }
// ---- a platform attribute on no list
// 3: [DebuggerTypeProxy] is not allowed
[System.Diagnostics.DebuggerTypeProxy(typeof(int))] class C { }
// ---- an interface of the platform on no list
// 3: ISerializable is not allowed
class C : System.Runtime.Serialization.ISerializable { public void GetObjectData(System.Runtime.Serialization.SerializationInfo i, System.Runtime.Serialization.StreamingContext c) { } }
// ---- a union that is local to its file
// 3: U lays fields out so that one can be read as another
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] file struct U { [System.Runtime.InteropServices.FieldOffset(0)] public object A; [System.Runtime.InteropServices.FieldOffset(0)] public string B; }
// ---- a union inside of a type that is local to its file
// 3: U lays fields out so that one can be read as another
file class Outer { [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)] struct U { [System.Runtime.InteropServices.FieldOffset(0)] public object A; [System.Runtime.InteropServices.FieldOffset(0)] public string B; } }
// ---- a pointer in a local of a type that is local to its file
// 3: M uses a pointer
file unsafe class C { static int M() { int x = 1; int* p = &x; return *p; } }
// ---- a pointer in a local that a closure has
// 3: M uses a pointer
unsafe class C { static Func<int> M(int y) => () => { int x = y; int* p = &x; return *p; }; }
