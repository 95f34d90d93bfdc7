using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>State that lies in objects of the platform, or that the platform reads and writes for the program.</summary>
public sealed class PlatformStateTests
{
    private const string Twice = "static void Twice(Action a) => Parallel.Invoke(a, a); static void Both(Action a, Action b) => Parallel.Invoke(a, b); ";

    [TestCase("public void Run() { var n = new LinkedListNode<int>(0); Twice(() => n.Value++); }", TestName = "A node that is in no list")]
    [TestCase("public void Run() { var n = new LinkedListNode<int>(0); Twice(() => n.ValueRef++); }", TestName = "The reference into a node")]
    [TestCase("public void Run() { var e = new Exception(); Twice(() => e.HResult++); }", TestName = "An exception's number")]
    [TestCase("class E : Exception { public override string Message => \"\"; } public void Run() { var e = new E(); Twice(() => e.HResult++); }", TestName = "An exception's number, of a class that overrides something")]
    [TestCase("public void Run() { var e = new Exception(); Both(() => e.HelpLink = \"a\", () => _ = e.HelpLink); }", TestName = "An exception's link")]
    [TestCase("public void Run() { var e = new Exception(); Both(() => e.Data[1] = 1, () => e.Data[2] = 2); }", TestName = "An exception's data")]
    [TestCase("public void Run() { var f = new System.Globalization.NumberFormatInfo(); Twice(() => f.NumberDecimalDigits++); }", TestName = "A format of numbers")]
    [TestCase("public void Run() { var f = new System.Globalization.DateTimeFormatInfo(); Both(() => f.DateSeparator = \"-\", () => _ = f.DateSeparator); }", TestName = "A format of dates")]
    [TestCase("public void Run() { var u = new UriBuilder(\"http://a\"); Twice(() => u.Port++); }", TestName = "A builder of addresses")]
    [TestCase("public void Run() { var o = new System.Text.Json.JsonSerializerOptions(); Twice(() => o.MaxDepth++); }", TestName = "Options of a serializer")]
    [TestCase("public void Run() { var o = new System.Text.Json.Nodes.JsonObject(); Both(() => o[\"a\"] = 1, () => o[\"b\"] = 2); }", TestName = "A JSON object")]
    [TestCase("public void Run() { var o = new System.Xml.Linq.XElement(\"a\"); Twice(() => o.Value += 1); }", TestName = "An element of XML")]
    [TestCase("public void Run() { var o = new System.Xml.Linq.XElement(\"a\"); Twice(() => o.Add(1)); }", TestName = "An element of XML that is added to")]
    [TestCase("public void Run() { var e = new System.ComponentModel.CancelEventArgs(); Both(() => e.Cancel = true, () => _ = e.Cancel); }", TestName = "Arguments of an event")]
    [TestCase("public void Run() { var w = new System.Buffers.ArrayBufferWriter<byte>(); Twice(() => { w.GetSpan(1)[0] = 1; w.Advance(1); }); }", TestName = "A writer of buffers")]
    [TestCase("public void Run() { var s = new MemoryStream(); var w = new BinaryWriter(s); Twice(() => w.Write(1)); }", TestName = "A binary writer")]
    [TestCase("public void Run() { var s = new MemoryStream(); Twice(() => new BinaryWriter(s).Write(1)); }", TestName = "Two binary writers over one stream")]
    [TestCase("public void Run() { var a = new byte[4]; Both(() => new BinaryWriter(new MemoryStream(a)).Write(1), () => new BinaryReader(new MemoryStream(a)).ReadInt32()); }", TestName = "A reader and a writer over one array")]
    [TestCase("public void Run() { var a = new byte[4]; Both(() => new MemoryStream(a).WriteByte(1), () => _ = a[0]); }", TestName = "An array beneath a stream")]
    [TestCase("public void Run() { var s = new MemoryStream([1, 2, 3]); Twice(() => s.ReadByte()); }", TestName = "A stream that is read")]
    [TestCase("public void Run() { var s = new MemoryStream(); Twice(() => s.Position++); }", TestName = "The position of a stream")]
    [TestCase("public void Run() { var w = new StreamWriter(new MemoryStream()); Twice(() => w.WriteLine(1)); }", TestName = "A writer of text")]
    [TestCase("public void Run() { var w = new System.CodeDom.Compiler.IndentedTextWriter(TextWriter.Null); Twice(() => w.Indent++); }", TestName = "A writer that indents")]
    [TestCase("public void Run() { var h = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256); Twice(() => h.AppendData(new byte[1])); }", TestName = "A hash that grows")]
    [TestCase("public void Run() { var b = new StringBuilder(); Twice(() => b.Length++); }", TestName = "The length of a builder")]
    [TestCase("public void Run() { var b = new StringBuilder(\"ab\"); Both(() => b[0] = 'x', () => _ = b[0]); }", TestName = "A character of a builder")]
    [TestCase("public void Run() { var d = System.Text.Encoding.UTF8.GetDecoder(); Twice(() => d.GetCharCount(new byte[1], 0, 1)); }", TestName = "A decoder")]
    [TestCase("public void Run() { var e = new System.Net.Http.HttpRequestException(); Twice(() => e.HResult++); }", TestName = "An exception of a namespace that is left alone")]
    [TestCase("public void Run() { var e = new LockRecursionException(); Both(() => e.Source = \"a\", () => _ = e.Source); }", TestName = "An exception of locks")]
    [TestCase("public void Run() { var o = new ParallelOptions { MaxDegreeOfParallelism = 1 }; Twice(() => o.MaxDegreeOfParallelism++); }", TestName = "Options of a parallel loop")]
    [TestCase("public void Run() { var o = new BoundedChannelOptions(1); Twice(() => o.Capacity++); }", TestName = "Options of a channel")]
    [TestCase("public void Run() { var a = new DebuggerDisplayAttribute(\"\"); Both(() => a.Name = \"x\", () => _ = a.Name); }", TestName = "An attribute that is used as an object")]
    [TestCase("public void Run() { var t = (System.Globalization.TextInfo)System.Globalization.CultureInfo.InvariantCulture.TextInfo.Clone(); Both(() => t.ListSeparator = \"x\", () => _ = t.ListSeparator); }", TestName = "How a culture writes text")]
    [TestCase("public void Run() { var c = new System.Globalization.GregorianCalendar(); Twice(() => c.TwoDigitYearMax++); }", TestName = "A calendar")]
    [TestCase("public void Run() { var e = (Encoding)Encoding.ASCII.Clone(); Both(() => e.EncoderFallback = new EncoderReplacementFallback(\"x\"), () => _ = e.EncoderFallback); }", TestName = "An encoding that was cloned")]
    [TestCase("sealed class S : System.Buffers.ReadOnlySequenceSegment<byte> { public void Set(long v) => RunningIndex = v; } public void Run() { var s = new S(); Both(() => s.Set(1), () => _ = s.RunningIndex); }", TestName = "A segment of a sequence")]
    [TestCase("public void Run() { IEnumerator<int> e = new List<int> { 1, 2, 3 }.GetEnumerator(); Twice(() => e.MoveNext()); }", TestName = "An enumerator that two share")]
    [TestCase("public void Run() { var e = Enumerable.Range(0, 9).Select(x => x + 1).GetEnumerator(); Twice(() => { if (e.MoveNext()) _ = e.Current; }); }", TestName = "An enumerator of a query that two share")]
    [TestCase("public void Run() { IEnumerator e = \"abc\".GetEnumerator(); Twice(() => e.MoveNext()); }", TestName = "An enumerator of characters")]
    [TestCase("System.Collections.Specialized.BitVector32 b; public void Run() { Both(() => b[1] = true, () => b[2] = true); }", TestName = "A vector of bits")]
    [TestCase("System.Numerics.Matrix4x4 m; public void Run() { Both(() => m.Translation = default, () => _ = m.Translation); }", TestName = "A matrix")]
    [TestCase("List<int>.Enumerator e = new List<int> { 1, 2 }.GetEnumerator(); public void Run() { Twice(() => e.MoveNext()); }", TestName = "A struct that enumerates, in a field")]
    [TestCase("public void Run() { var s = new MemoryStream(); Twice(() => new MemoryStream([1]).CopyTo(s)); }", TestName = "A stream that is copied to")]
    public void An_object_of_the_platform_that_two_change_is_a_data_race(string members) => Woven.ShouldFail(Twice + members, FailureKind.DataRace);

    [TestCase(nameof(Corpus.PlatformStates.An_attribute_of_ones_own_over_the_platforms))]
    public void A_class_over_one_of_the_platforms_that_two_change_is_a_data_race(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.PlatformStates), program), FailureKind.DataRace);

    [TestCase("public void Run() { var a = new byte[4]; Both(() => BitConverter.TryWriteBytes(a, 1), () => BitConverter.ToInt32(a, 0)); }", TestName = "BitConverter")]
    [TestCase("public void Run() { var a = new byte[4]; Both(() => BitConverter.TryWriteBytes(a, 1), () => BitConverter.ToInt32(a)); }", TestName = "BitConverter over a span")]
    [TestCase("public void Run() { var a = new byte[4]; Both(() => System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(a, 1), () => _ = a[0]); }", TestName = "BinaryPrimitives")]
    [TestCase("public void Run() { var a = new byte[4]; Both(() => a[0] = 1, () => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(a)); }", TestName = "BinaryPrimitives, reading")]
    [TestCase("public void Run() { var a = new byte[9]; Both(() => System.Buffers.Text.Utf8Formatter.TryFormat(1, a, out _), () => System.Buffers.Text.Utf8Parser.TryParse(a, out int _, out _)); }", TestName = "Utf8Formatter and Utf8Parser")]
    [TestCase("public void Run() { var a = new char[9]; Both(() => 5.TryFormat(a, out _), () => int.TryParse(a, out _)); }", TestName = "TryFormat")]
    [TestCase("public void Run() { var a = new char[9]; Both(() => Guid.Empty.TryFormat(new char[40], out _), () => a[0] = 'x'); Both(() => a[0] = 'y', () => _ = new string(a)); }", TestName = "A string of characters")]
    [TestCase("public void Run() { var a = new char[9]; Both(() => \"abc\".CopyTo(a), () => _ = a.AsSpan().ToString()); }", TestName = "A string copied")]
    [TestCase("public void Run() { var a = new char[9]; Both(() => \"abc\".CopyTo(0, a, 0, 3), () => _ = a[1]); }", TestName = "A part of a string copied")]
    [TestCase("public void Run() { var a = new byte[9]; Both(() => Encoding.UTF8.GetBytes(\"abc\", a), () => Encoding.UTF8.GetString(a)); }", TestName = "Encoding")]
    [TestCase("public void Run() { var a = new byte[9]; Both(() => Encoding.UTF8.GetBytes(\"abc\", 0, 3, a, 0), () => Encoding.UTF8.GetString(a, 0, 3)); }", TestName = "Encoding of arrays")]
    [TestCase("public void Run() { var a = new byte[9]; var r = new Random(1); Both(() => r.NextBytes(a), () => Convert.ToBase64String(a)); }", TestName = "Random bytes")]
    [TestCase("public void Run() { var a = new byte[9]; Both(() => System.Security.Cryptography.RandomNumberGenerator.Fill(a), () => System.Security.Cryptography.SHA256.HashData(a)); }", TestName = "A digest")]
    [TestCase("public void Run() { var a = new byte[9]; var s = new MemoryStream([1, 2]); Both(() => s.Read(a, 0, 2), () => _ = a[0]); }", TestName = "What is read from a stream")]
    [TestCase("public void Run() { var a = new byte[9]; var s = new MemoryStream(); Both(() => s.Write(a), () => a[3] = 1); }", TestName = "What is written to a stream")]
    [TestCase("public void Run() { var a = new int[9]; var l = new List<int> { 1 }; Both(() => l.CopyTo(a), () => _ = a[0]); }", TestName = "A list copied into an array")]
    [TestCase("public void Run() { var a = new int[9]; Both(() => new Memory<int>(a).CopyTo(new int[9]), () => a[2]++); }", TestName = "A memory copied")]
    [TestCase("public void Run() { var a = new int[9]; Both(() => a.AsSpan(0, 2).TryCopyTo(new int[2]), () => a[1]++); }", TestName = "A span copied if it fits")]
    [TestCase("public void Run() { var a = new int[9]; Both(() => a.AsSpan().SequenceEqual(new int[9]), () => a[1]++); }", TestName = "Spans compared")]
    [TestCase("public void Run() { var a = new int[9]; Both(() => _ = a[1..4], () => a[2]++); }", TestName = "A part of an array")]
    [TestCase("public void Run() { var a = new int[16]; Both(() => System.Numerics.Vector<int>.One.CopyTo(a), () => _ = a[0]); }", TestName = "A vector stored")]
    [TestCase("public void Run() { var a = new int[16]; Both(() => _ = new System.Numerics.Vector<int>(a, 0), () => a[0] = 1); }", TestName = "A vector loaded")]
    [TestCase("public void Run() { var a = new int[16]; Both(() => System.Runtime.Intrinsics.Vector128.CopyTo(System.Runtime.Intrinsics.Vector128<int>.One, a), () => _ = a[0]); }", TestName = "A vector of 128 bits stored")]
    [TestCase("public void Run() { var a = new byte[16]; Both(() => { int n = 1; System.Runtime.InteropServices.MemoryMarshal.Write(a, in n); }, () => _ = a[0]); }", TestName = "MemoryMarshal.Write")]
    [TestCase("public void Run() { var a = new byte[16]; Both(() => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(a.AsSpan())[0] = 1, () => _ = a[0]); }", TestName = "MemoryMarshal.Cast")]
    [TestCase("public void Run() { var a = new char[16]; Both(() => Convert.ToBase64CharArray(new byte[3], 0, 3, a, 0), () => _ = a[0]); }", TestName = "Base 64 into characters")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Both(() => Array.ConstrainedCopy(a, 0, b, 0, 2), () => _ = b[0]); }", TestName = "A constrained copy")]
    [TestCase("public void Run() { IList a = new int[4]; Both(() => a.Clear(), () => _ = a[0]); }", TestName = "An array cleared by an interface")]
    [TestCase("public void Run() { var a = new int[4]; Both(() => Buffer.SetByte(a, 5, 1), () => _ = a[1]); }", TestName = "A byte of an array")]
    [TestCase("public void Run() { var a = new int[4]; Both(() => decimal.GetBits(5m, a), () => _ = new decimal(a)); }", TestName = "The bits of a decimal number")]
    [TestCase("public void Run() { var a = new char[4]; var b = new StringBuilder(\"abc\"); Both(() => b.CopyTo(0, a, 0, 2), () => _ = a[0]); }", TestName = "A builder copied")]
    [TestCase("public void Run() { var a = new byte[8]; var m = a.AsMemory(); Both(() => new MemoryStream([1]).ReadAtLeast(m.Span, 1), () => _ = a[0]); }", TestName = "A memory that is read into")]
    public void An_array_that_the_platform_reads_or_writes_is_a_data_race(string members) => Woven.ShouldFail(Twice + members, FailureKind.DataRace);

    /// <summary>What is made for several threads is no data race, but others may come between two calls.</summary>
    [TestCase("readonly WeakReference<object> w = new(0); int Get() { w.TryGetTarget(out var o); return (int)o!; } void Set(int v) => w.SetTarget(v);", TestName = "A weak reference")]
    [TestCase("readonly WeakReference w = new(0); int Get() => (int)w.Target!; void Set(int v) => w.Target = v;", TestName = "A weak reference without a type")]
    [TestCase("readonly object k = new(); readonly ConditionalWeakTable<object, object> t = new(); int Get() => t.TryGetValue(k, out var o) ? (int)o : 0; void Set(int v) => t.AddOrUpdate(k, v);", TestName = "A weak table")]
    [TestCase("readonly Thread t = new(() => { }) { Name = \"0\" }; int Get() => int.Parse(t.Name!); void Set(int v) => t.Name = v.ToString();", TestName = "The name of a thread")]
    [TestCase("readonly Thread t = new(() => { }) { Priority = ThreadPriority.Lowest }; int Get() => (int)t.Priority; void Set(int v) => t.Priority = (ThreadPriority)v;", TestName = "The priority of a thread")]
    [TestCase("readonly System.Timers.Timer t = new(1); int Get() => (int)t.Interval - 1; void Set(int v) => t.Interval = v + 1;", TestName = "The interval of a timer")]
    [TestCase("readonly PeriodicTimer t = new(TimeSpan.FromSeconds(1)); int Get() => (int)t.Period.TotalSeconds - 1; void Set(int v) => t.Period = TimeSpan.FromSeconds(v + 1);", TestName = "The period of a timer")]
    [TestCase("P() => System.Text.RegularExpressions.Regex.CacheSize = 0; int Get() => System.Text.RegularExpressions.Regex.CacheSize; void Set(int v) => System.Text.RegularExpressions.Regex.CacheSize = v;", TestName = "A static property of the platform")]
    public void Others_come_between_two_calls_of_what_is_made_for_threads(string members) =>
        Woven.ShouldFail(Twice + members + " public void Run() { Twice(() => Set(Get() + 1)); Check(Get() == 2); }", FailureKind.Assertion);

    [TestCase("interface IState { void Add(); } struct S : IState { int n; public void Add() => n++; } public void Run() { IState s = new S(); Twice(s.Add); }", TestName = "A struct behind an interface")]
    [TestCase("interface IState { int N { get; set; } } struct S : IState { public int N { get; set; } } public void Run() { IState s = new S(); Twice(() => s.N++); }", TestName = "A property of a struct behind an interface")]
    [TestCase("struct S { int n; public void Add() => n++; } public void Run() { Action a = new S().Add; Twice(a); }", TestName = "A struct behind a delegate")]
    [TestCase("struct S { object? pad; long n; public override string ToString() => \"\" + ++n; } public void Run() { object s = new S(); Twice(() => s.ToString()); }", TestName = "A struct behind object")]
    [TestCase("struct S<T> : IDisposable { T? last; int n; public void Dispose() => n++; } public void Run() { IDisposable s = new S<string>(); Twice(s.Dispose); }", TestName = "A generic struct behind an interface")]
    [TestCase("interface IState { void Add(); } struct S : IState { public int N; public void Add() => N++; } public void Run() { IState s = new S(); Both(s.Add, () => _ = ((S)s).N); }", TestName = "A struct that is unboxed while it changes")]
    public void A_struct_that_lies_anywhere_is_seen(string members) => Woven.ShouldFail(Twice + members, FailureKind.DataRace);

    [TestCase(nameof(Corpus.StructsAnywhere.A_struct_in_a_struct_behind_an_interface))]
    [TestCase(nameof(Corpus.StructsAnywhere.An_enumerator_of_ones_own_behind_an_interface))]
    [TestCase(nameof(Corpus.StructsAnywhere.A_type_parameter_that_allows_ref_structs))]
    [TestCase(nameof(Corpus.StructsAnywhere.A_ref_field_of_such_a_type))]
    [TestCase(nameof(Corpus.StructsAnywhere.A_struct_with_a_volatile_field))]
    public void A_struct_is_seen_wherever_it_lies(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.StructsAnywhere), program), FailureKind.DataRace);

    [TestCase("static int n; static class X { public static int V = ++n; } static class Y { public static int V = ++n; } public void Run() { Both(() => _ = X.V, () => _ = Y.V); }", TestName = "A field of another type changed by initialisers")]
    [TestCase("static readonly List<int> l = new(); static class X { static X() { l.Add(1); } public static void Use() { } } public void Run() { Both(() => X.Use(), () => l.Add(2)); }", TestName = "A list changed by a static constructor")]
    [TestCase("static int n; static class X { static X() { n++; } public static int V => 1; } public void Run() { Both(() => _ = X.V, () => n++); }", TestName = "A static constructor of a type without fields")]
    public void What_a_type_initialiser_does_to_others_is_seen(string members) => Woven.ShouldFail(Twice + members, FailureKind.DataRace);

    [TestCase(nameof(Corpus.TypeInitialisers.A_field_changed_by_two_initialisers))]
    public void What_initialisers_of_a_generic_type_do_to_others_is_seen(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.TypeInitialisers), program), FailureKind.DataRace);

    [TestCase(nameof(Corpus.TypeInitialisers.A_clock_that_one_of_its_users_starts_again))]
    public void What_is_done_to_what_an_initialiser_made_is_seen(string program) =>
        Woven.ShouldFail(CorpusProgram.Of(typeof(Corpus.TypeInitialisers), program), FailureKind.DataRace);

    [TestCase("public void Run() { var e = new Exception(\"a\"); Twice(() => { _ = e.Message + e.HResult + e.StackTrace + e.InnerException + e.Data.Count; }); }", TestName = "An exception that two look at")]
    [TestCase("public void Run() { var e = new AggregateException(new Exception()); Twice(() => e.Handle(_ => true)); }", TestName = "An exception that two handle")]
    [TestCase("public void Run() { var f = System.Globalization.CultureInfo.InvariantCulture; Twice(() => _ = 1.5.ToString(f) + f.NumberFormat.NumberDecimalSeparator + f.TextInfo.ToUpper(\"a\")); }", TestName = "A culture that two use")]
    [TestCase("public void Run() { var n = new LinkedListNode<int>(0); lock (n) n.Value = 1; Twice(() => { lock (n) n.Value++; }); Check(n.Value == 3); }", TestName = "A node under a lock")]
    [TestCase("public void Run() { var l = new LinkedList<int>([1, 2]); Twice(() => { _ = l.First!.Value + l.First.Next!.Value; foreach (var x in l) _ = x; }); }", TestName = "A list of nodes that two look at")]
    [TestCase("public void Run() { var o = new System.Text.Json.JsonSerializerOptions { WriteIndented = true }; Twice(() => System.Text.Json.JsonSerializer.Serialize(new[] { 1 }, o)); }", TestName = "Options that two serialize with")]
    [TestCase("public void Run() { var o = System.Text.Json.JsonDocument.Parse(\"[1]\"); Twice(() => _ = o.RootElement[0].GetInt32()); }", TestName = "A document that two look at")]
    [TestCase("public void Run() { var x = System.Xml.Linq.XElement.Parse(\"<a><b/></a>\"); Twice(() => _ = x.Descendants(\"b\").Count() + x.Value + x.Attribute(\"c\")?.Value); }", TestName = "An element that two look at")]
    [TestCase("public void Run() { var x = new System.Xml.Serialization.XmlSerializer(typeof(int)); Twice(() => x.Serialize(new StringWriter(), 1)); }", TestName = "A serializer that two use")]
    [TestCase("public void Run() { var r = new System.Text.RegularExpressions.Regex(\"a\"); Twice(() => Check(r.Replace(\"aa\", \"b\") == \"bb\" && r.Match(\"a\").Success)); }", TestName = "A regular expression")]
    [TestCase("public void Run() { Twice(() => Console.WriteLine(1)); Twice(() => Console.Out.Write(\"\")); Twice(() => TextWriter.Null.WriteLine(1)); Twice(() => Stream.Null.WriteByte(1)); }", TestName = "The console, and what throws all away")]
    [TestCase("public void Run() { var w = TextWriter.Synchronized(new StringWriter()); Twice(() => w.WriteLine(1)); Check(w.ToString()!.Length > 0); }", TestName = "A synchronized writer")]
    [TestCase("public void Run() { var s = Stream.Synchronized(new MemoryStream()); Twice(() => s.WriteByte(1)); Check(s.Length == 2); }", TestName = "A synchronized stream")]
    [TestCase("public void Run() { var c = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromSeconds(1) }; Twice(() => { _ = c.Timeout; c.CancelPendingRequests(); }); }", TestName = "A client that two use")]
    [TestCase("public void Run() { Twice(() => { var b = System.Buffers.ArrayPool<int>.Shared.Rent(4); b[0]++; System.Buffers.ArrayPool<int>.Shared.Return(b); }); }", TestName = "A pool of arrays")]
    [TestCase("public void Run() { var t = new Thread(() => { }) { Name = \"a\" }; Twice(() => _ = t.Name); t.Start(); t.Join(); }", TestName = "The name of a thread")]
    [TestCase("public void Run() { var u = new Uri(\"http://a/b\"); var v = new Version(1, 2); var z = TimeZoneInfo.Utc; Twice(() => _ = u.Host + v.Major + z.Id + typeof(int).Name + u.Segments.Length); }", TestName = "Objects that cannot change")]
    [TestCase("public void Run() { var t = Tuple.Create(1, 2); var s = \"abc\"; Twice(() => _ = t.Item1 + s.Length + s.Replace('a', 'b').IndexOf('c') + s.Split(',').Length); }", TestName = "Tuples and strings")]
    [TestCase("public void Run() { var a = new int[8]; Both(() => a[0] = 1, () => _ = a[4..].Length); }", TestName = "A part of an array apart from what changes")]
    [TestCase("public void Run() { var t = new Task[2]; for (var i = 0; i < 2; i++) { var n = i; t[n] = Task.Run(() => { }); } Task.WaitAll(t); Check(string.Join(\",\", t.Select(x => x.IsCompleted)) == \"True,True\"); }", TestName = "An array of tasks")]
    [TestCase("public void Run() { var p = System.Buffers.ArrayPool<int>.Create(); var seen = 0; Twice(() => { var b = p.Rent(4); b[0]++; p.Return(b); Interlocked.Increment(ref seen); }); Check(seen == 2); }", TestName = "A pool of one's own")]
    [TestCase("public void Run() { var e = Encoding.UTF8; Twice(() => { Check(e.GetString(e.GetBytes(\"abc\")) == \"abc\"); }); }", TestName = "An encoding that two use")]
    public void What_is_used_rightly_is_no_data_race(string members) => Woven.ShouldHold(Twice + members);

    [TestCase(nameof(Corpus.PlatformArrays.An_array_that_two_read_by_the_platform))]
    [TestCase(nameof(Corpus.PlatformArrays.Each_writes_its_own_part_of_an_array))]
    [TestCase(nameof(Corpus.PlatformArrays.Each_reads_into_its_own_part_of_an_array))]
    [TestCase(nameof(Corpus.PlatformArrays.Vectors_over_parts_of_an_array))]
    [TestCase(nameof(Corpus.PlatformArrays.What_only_keeps_an_array))]
    [TestCase(nameof(Corpus.PlatformArrays.Memory_on_the_stack))]
    [TestCase(nameof(Corpus.PlatformArrays.Vectors_by_reference))]
    public void An_array_that_is_used_rightly_is_no_data_race(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PlatformArrays), program));

    [TestCase(nameof(Corpus.PlatformStates.Random_numbers_for_cryptography))]
    [TestCase(nameof(Corpus.PlatformStates.A_writer_of_ones_own_with_a_lock))]
    [TestCase(nameof(Corpus.PlatformStates.A_stream_of_ones_own_with_a_lock))]
    [TestCase(nameof(Corpus.PlatformStates.An_enumerator_that_two_share_under_a_lock))]
    [TestCase(nameof(Corpus.PlatformStates.A_weak_table))]
    [TestCase(nameof(Corpus.PlatformStates.Static_properties_of_the_platform))]
    public void State_that_is_used_rightly_is_no_data_race(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PlatformStates), program));

    [TestCase("interface IState { int N { get; } } struct S : IState { int n; public S(int x) => n = x; public int N => n; } public void Run() { IState s = new S(2); Twice(() => Check(s.N == 2)); }", TestName = "A struct behind an interface that two look at")]
    [TestCase("interface IState { int Add(); } struct S : IState { int n; public int Add() => ++n; } public void Run() { Twice(() => { IState s = new S(); s.Add(); Check(s.Add() == 2); }); }", TestName = "A struct behind an interface for each")]
    [TestCase("struct S { int n; public int Add() => ++n; } public void Run() { Twice(() => { var s = new S(); s.Add(); Check(s.Add() == 2); Func<int> f = s.Add; f(); Check(f() == 4); Check(s.Add() == 3); }); }", TestName = "A struct of each one's own, and a copy of it")]
    public void A_struct_that_is_used_rightly_is_no_data_race(string members) => Woven.ShouldHold(Twice + members);

    [TestCase(nameof(Corpus.StructsAnywhere.A_struct_behind_an_interface_under_a_lock))]
    [TestCase(nameof(Corpus.StructsAnywhere.A_struct_with_a_volatile_field_that_publishes))]
    [TestCase(nameof(Corpus.StructsAnywhere.Such_a_type_parameter_under_a_lock))]
    public void A_struct_that_lies_anywhere_may_be_used_rightly(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.StructsAnywhere), program));

    [TestCase("static class Table { public static readonly Dictionary<int, int> All = new() { [1] = 1, [2] = 2 }; } public void Run() { Twice(() => Check(Table.All[1] + Table.All.Count == 3)); }", TestName = "A table that an initialiser fills")]
    [TestCase("class A { static int hits; public static readonly int X = ++hits; static A() { } public static int Hits => hits; } public void Run() { Twice(() => Check(A.X == 1 && A.Hits == 1)); }", TestName = "A static constructor that counts")]
    [TestCase("static class X { static X() { } public static int Use() => 1; } public void Run() { Twice(() => Check(X.Use() == 1)); }", TestName = "A static constructor of a type without fields, which does nothing")]
    public void What_a_type_initialiser_does_comes_before_its_users(string members) => Woven.ShouldHold(Twice + members);

    [TestCase(nameof(Corpus.TypeInitialisers.Objects_that_an_initialiser_makes))]
    [TestCase(nameof(Corpus.TypeInitialisers.An_initialiser_that_uses_another_type))]
    [TestCase(nameof(Corpus.TypeInitialisers.An_initialiser_runs_once))]
    [TestCase(nameof(Corpus.TypeInitialisers.A_singleton))]
    [TestCase(nameof(Corpus.TypeInitialisers.A_clock_that_an_initialiser_starts))]
    public void What_an_initialiser_does_by_other_methods_comes_before_its_users(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.TypeInitialisers), program));
}
