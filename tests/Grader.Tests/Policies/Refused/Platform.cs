// ---- ends the process
// 4: Environment.Exit is not allowed: it ends the process
class C { void M() {
Environment.Exit(0); } }
// ---- ends it in a lambda inside an async method
// 4: Environment.FailFast is not allowed
class C { async Task M() => await Task.Run(() =>
Environment.FailFast("")); }
// ---- reads the environment
// 3: Environment.GetEnvironmentVariable is not allowed: a kata's answer depends on its arguments
class C { string? M() => Environment.GetEnvironmentVariable("PATH"); }
// ---- reads the command line
// 3: Environment.GetCommandLineArgs is not allowed
class C { object M() => Environment.GetCommandLineArgs(); }
// ---- takes a member for a delegate
// 3: Environment.Exit is not allowed
class C { Action<int> M() => Environment.Exit; }
// ---- opens a file
// 3: File.ReadAllText is not allowed: no kata has files
class C { string M() => File.ReadAllText("/etc/passwd"); }
// ---- lists a folder
// 3: Directory.GetFiles is not allowed
class C { object M() => Directory.GetFiles("/"); }
// ---- reads a file through a reader
// 3: new StreamReader is not allowed
class C { string M() => new StreamReader("/etc/passwd").ReadToEnd(); }
// ---- asks for a temporary file
// 3: Path.GetTempFileName is not allowed
class C { string M() => Path.GetTempFileName(); }
// ---- fetches from the network
// 3: new HttpClient is not allowed: no kata has a network
class C { object M() => new HttpClient(); }
// ---- opens a socket
// 3: new Socket is not allowed: no kata has a network
class C { object M() => new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp); }
// ---- starts a process
// 3: Process.Start is not allowed: no kata starts or asks processes
class C { object? M() => System.Diagnostics.Process.Start("sh"); }
// ---- redirects the console
// 3: Console.SetOut is not allowed: what a program prints belongs
class C { void M() => Console.SetOut(new StringWriter()); }
// ---- takes the standard output's stream
// 3: Console.OpenStandardOutput is not allowed
class C { object M() => Console.OpenStandardOutput(); }
// ---- waits for a person
// 3: Console.ReadLine is not allowed
class C { string? M() => Console.ReadLine(); }
// ---- sets the pool's threads
// 3: ThreadPool.SetMinThreads is not allowed: a setting of the whole process
class C { bool M() => ThreadPool.SetMinThreads(100, 100); }
// ---- collects garbage
// 3: GC.Collect is not allowed: when memory is collected is the runtime's matter
class C { void M() => GC.Collect(); }
// ---- sets the collector's mode
// 3: GCSettings.LatencyMode is not allowed
class C { void M() => System.Runtime.GCSettings.LatencyMode = System.Runtime.GCLatencyMode.LowLatency; }
// ---- reads memory that was used before
// 3: GC.AllocateUninitializedArray is not allowed: it goes around the type system
class C { object M() => GC.AllocateUninitializedArray<byte>(1 << 20); }
// ---- hears of the end of the process
// 3: AppDomain.ProcessExit is not allowed
class C { void M() => AppDomain.CurrentDomain.ProcessExit += (_, _) => { }; }
// ---- loads an assembly
// 3: Assembly.LoadFrom is not allowed
class C { object M() => System.Reflection.Assembly.LoadFrom("/x.dll"); }
// ---- loads into a context
// 3: AssemblyLoadContext.Default is not allowed: it loads code that nobody has looked at
class C { object M() => System.Runtime.Loader.AssemblyLoadContext.Default; }
// ---- finds the tests by reflection
// 3: Type.Assembly is not allowed: it looks behind the kata's types
class C { object M(object o) => o.GetType().Assembly.GetTypes(); }
// ---- calls by reflection
// 3: Type.GetMethod is not allowed
class C { object? M(object o) => o.GetType().GetMethod("x")!.Invoke(o, null); }
// ---- finds a type by its name
// 3: Type.GetType is not allowed
class C { object? M() => Type.GetType("Judge.Program"); }
// ---- reads a private field
// 3: Type.GetField is not allowed
class C { object? M(object o) => o.GetType().GetField("secret", (System.Reflection.BindingFlags)36); }
// ---- makes an instance by its type
// 3: Activator.CreateInstance is not allowed
class C { object? M(Type t) => Activator.CreateInstance(t, true); }
// ---- makes an object without its constructor
// 3: RuntimeHelpers.GetUninitializedObject is not allowed
class C { object M(Type t) => System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(t); }
// ---- finds who called it
// 3: new StackTrace is not allowed
class C { object M() => new System.Diagnostics.StackTrace(); }
// ---- asks a delegate for its method
// 3: Delegate.Method is not allowed
class C { object M(Action a) => a.Method; }
// ---- reaches the tests' closure through a delegate
// 3: Delegate.Target is not allowed
class C { object? M(Action a) => a.Target; }
// ---- asks an exception for its method
// 3: Exception.TargetSite is not allowed
class C { object? M(Exception e) => e.TargetSite; }
// ---- compiles expressions
// 3: LambdaExpression.Compile is not allowed: types that are found while the program runs
class C { object M(System.Linq.Expressions.LambdaExpression e) => e.Compile(); }
// ---- builds an expression tree
// 3: Expression.Constant is not allowed
class C { System.Linq.Expressions.Expression<Func<int>> M() => () => 3; }
// ---- queries by expressions
// 3: Queryable.AsQueryable is not allowed
class C { object M(List<int> l) => l.AsQueryable(); }
// ---- emits code
// 3: new DynamicMethod is not allowed
class C { object M() => new System.Reflection.Emit.DynamicMethod("x", null, null); }
// ---- dynamic
// 3: CallSite.Create is not allowed: it looks behind the kata's types
class C { object M(dynamic d) => d.Secret; }
// ---- Unsafe
// 3: Unsafe.As is not allowed
class C { string M(object o) => System.Runtime.CompilerServices.Unsafe.As<string>(o); }
// ---- Unsafe.Add
// 3: Unsafe.Add is not allowed
class C { int M(ref int x) => System.Runtime.CompilerServices.Unsafe.Add(ref x, 9); }
// ---- writes into a string
// 3: MemoryMarshal.AsMemory is not allowed: it goes around the type system
class C { void M(string s) => System.Runtime.InteropServices.MemoryMarshal.AsMemory(s.AsMemory()).Span[0] = 'x'; }
// ---- Marshal
// 3: Marshal.AllocHGlobal is not allowed
class C { object M() => System.Runtime.InteropServices.Marshal.AllocHGlobal(9); }
// ---- a handle on an object
// 3: GCHandle.Alloc is not allowed
class C { object M(object o) => System.Runtime.InteropServices.GCHandle.Alloc(o); }
// ---- a native library
// 3: NativeLibrary.Load is not allowed
class C { nint M() => System.Runtime.InteropServices.NativeLibrary.Load("libc"); }
// ---- vectors that read past the end
// 3: Vector128.LoadUnsafe is not allowed
class C { object M(ref byte b) => System.Runtime.Intrinsics.Vector128.LoadUnsafe(ref b); }
// ---- vectors of another kind that do
// 3: Vector.LoadUnsafe is not allowed
class C { object M(ref byte b) => System.Numerics.Vector.LoadUnsafe(ref b, 1000); }
// ---- arrays that the judge shares
// 3: ArrayPool.Shared is not allowed: it is shared with the whole process
class C { byte[] M() => System.Buffers.ArrayPool<byte>.Shared.Rent(9); }
// ---- memory that the judge shares
// 3: MemoryPool.Shared is not allowed
class C { object M() => System.Buffers.MemoryPool<byte>.Shared.Rent(9); }
// ---- pins memory
// 3: Memory.Pin is not allowed
class C { object M(Memory<byte> m) => m.Pin(); }
// ---- a mutex of the machine
// 3: Mutex.OpenExisting is not allowed: it belongs to native code or to other processes
class C { object M() => Mutex.OpenExisting("x"); }
// ---- breaks into a debugger
// 3: Debugger.Launch is not allowed
class C { bool M() => System.Diagnostics.Debugger.Launch(); }
// ---- a culture for everybody
// 3: CultureInfo.DefaultThreadCurrentCulture is not allowed
class C { void M() => System.Globalization.CultureInfo.DefaultThreadCurrentCulture = null; }
// ---- code pages
// 3: Encoding.RegisterProvider is not allowed
class C { void M(System.Text.EncodingProvider p) => System.Text.Encoding.RegisterProvider(p); }
// ---- something on no list
// 3: new XDocument is not allowed: it is not on the list of what a submission may use
class C { object M() => new System.Xml.Linq.XDocument(); }
// ---- a registry key
// 3: Registry.LocalMachine is not allowed
class C { object M() => Microsoft.Win32.Registry.LocalMachine; }
// ---- serialisation by reflection
// 3: JsonSerializer.Serialize is not allowed
class C { string M(object o) => System.Text.Json.JsonSerializer.Serialize(o); }
// ---- keeps a string for the process
// 3: String.Intern is not allowed: it is kept for the whole process
class C { string M() => string.Intern("a" + 1); }
// ---- asks what is kept
// 3: String.IsInterned is not allowed
class C { bool M() => string.IsInterned("a" + 1) is not null; }
// ---- writes into a setting of the console
// 3: TextWriter.NewLine is not allowed
class C { void M() => Console.Out.NewLine = "x"; }
// ---- reads beyond an array by a vector
// 3: Vector4.LoadUnsafe is not allowed: it goes around the type system
class C { float M(float[] a) => System.Numerics.Vector4.LoadUnsafe(ref a[0], 4).X; }
// ---- writes beyond an array by a vector
// 4: Vector.StoreUnsafe is not allowed: it goes around the type system
class C { void M(float[] a) {
System.Numerics.Vector.StoreUnsafe(default(System.Numerics.Vector2), ref a[0], 9); } }
// ---- calls back from a stream of the platform
// 3: Stream.BeginRead is not allowed: it calls back on a thread of the platform's pool
class C { object M() => new MemoryStream().BeginRead(new byte[1], 0, 1, _ => { }, null); }
// ---- writes asynchronously by a writer of one's own
// 4: TextWriter.WriteAsync is not allowed beside Own, a TextWriter of one's own
class Own : TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; public override void Write(string? s) { } }
class C { Task M(TextWriter w) => w.WriteAsync("go"); }
// ---- takes what a writer of one's own inherits for a delegate
// 4: TextWriter.FlushAsync is not allowed beside Own
class Own : TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; public override void Flush() { } }
class C { Func<Task> M() => new Own().FlushAsync; }
// ---- calls the base's asynchronous member
// 3: TextReader.ReadLineAsync is not allowed beside Own, a TextReader of one's own
class Own : TextReader { public override Task<string?> ReadLineAsync() => base.ReadLineAsync(); public override string? ReadLine() => null; }
// ---- copies into a stream of one's own
// 4: Stream.CopyToAsync is not allowed beside Own, a Stream of one's own
class Own : Stream { public override bool CanRead => true; public override bool CanSeek => false; public override bool CanWrite => true; public override long Length => 0; public override long Position { get; set; } public override void Flush() { } public override int Read(byte[] b, int o, int c) => 0; public override long Seek(long o, SeekOrigin s) => 0; public override void SetLength(long v) { } public override void Write(byte[] b, int o, int c) { } }
class C { Task M() => new MemoryStream().CopyToAsync(new Own()); }
// ---- makes a real timer by the base of a clock
// 3: TimeProvider.CreateTimer is not allowed beside Own, a TimeProvider of one's own
class Own : TimeProvider { public override ITimer CreateTimer(TimerCallback c, object? s, TimeSpan d, TimeSpan p) => base.CreateTimer(c, s, d, p); }
// ---- waits by a clock of one's own that has the platform's timers
// 4: Task.Delay is not allowed beside Own, a TimeProvider of one's own
class Own : TimeProvider { public override DateTimeOffset GetUtcNow() => default; }
class C { Task M() => Task.Delay(TimeSpan.FromSeconds(1), new Own()); }
// ---- locks a writer of one's own by the platform
// 4: TextWriter.Synchronized is not allowed beside Own
class Own : TextWriter { public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8; }
class C { TextWriter M() => TextWriter.Synchronized(new Own()); }
// ---- an immutable array's own array
// 3: ImmutableCollectionsMarshal.AsArray is not allowed
class C { static void M(System.Collections.Immutable.ImmutableArray<int> a) => System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray(a)![0] = 1; }
