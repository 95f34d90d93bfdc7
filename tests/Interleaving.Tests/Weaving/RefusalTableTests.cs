using Interleaving.Models;
using Interleaving.Platform;

namespace Interleaving.Tests.Weaving;

/// <summary>What is refused stands in one place, with why and what instead: the messages and the README follow it.</summary>
public sealed class RefusalTableTests
{
    /// <summary>In one line: the place that is told is line 1.</summary>
    private const string OwnScheduler =
        "sealed class S : TaskScheduler { protected override void QueueTask(Task t) { } "
        + "protected override bool TryExecuteTaskInline(Task t, bool q) => false; protected override IEnumerable<Task>? GetScheduledTasks() => null; } ";

    private const string Begin = "<!-- All rows of Platform/RefusalTable.cs; APPROVE=1 draws them anew. -->\n", End = "<!-- End of the rows. -->";

    [Test]
    public void The_table_in_the_README_is_current() => Approval.Part("grader/Interleaving/README.md", Begin, End, Table());

    [TestCase("`File`", "File.ReadAllTextAsync(\"x\");", "System.IO.File.ReadAllTextAsync")]
    [TestCase("`File`", "new System.Diagnostics.Process().WaitForExitAsync();", "System.Diagnostics.Process.WaitForExitAsync")]
    [TestCase("`File`", "new System.Net.Sockets.TcpClient().ConnectAsync(\"x\", 1);", "System.Net.Sockets.TcpClient.ConnectAsync")]
    [TestCase("named wait handles", "new Mutex(false, \"everybody's\");", "new System.Threading.Mutex")]
    [TestCase("named wait handles", "Semaphore.OpenExisting(\"x\");", "System.Threading.Semaphore.OpenExisting")]
    [TestCase("`ReaderWriterLock`", "new ReaderWriterLock();", "new System.Threading.ReaderWriterLock")]
    [TestCase("`TaskFactory.FromAsync`", "Task.Factory.FromAsync(Task.CompletedTask, _ => { });", "System.Threading.Tasks.TaskFactory.FromAsync")]
    [TestCase("`TaskFactory.FromAsync`", "TaskScheduler.UnobservedTaskException += (_, _) => { };", "System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException")]
    [TestCase("sums of nullable numbers", "new[] { 1 }.AsParallel().Sum(x => (int?)x);", "System.Linq.ParallelEnumerable.Sum")]
    [TestCase("`Marshal.Copy`", "System.Runtime.InteropServices.Marshal.ReadInt32(IntPtr.Zero);", "System.Runtime.InteropServices.Marshal.ReadInt32")]
    [TestCase("`Marshal.Copy`", "unsafe { Buffer.MemoryCopy(null, null, 0, 0); }", "System.Buffer.MemoryCopy")]
    [TestCase("`Marshal.Copy`", "unsafe { System.Text.Encoding.UTF8.GetByteCount((char*)null, 0); }", "System.Text.Encoding.GetByteCount")]
    [TestCase("`dynamic`", "dynamic d = new List<int>(); d.Add(1);", "Microsoft.CSharp.RuntimeBinder.Binder.InvokeMember")]
    [TestCase("`FileSystemWatcher`", "new FileSystemWatcher();", "new System.IO.FileSystemWatcher")]
    [TestCase("`Enumerable.Shuffle`", "new[] { 1 }.Shuffle();", "System.Linq.Enumerable.Shuffle")]
    [TestCase("`[MethodImpl(MethodImplOptions.Synchronized)]`", "} } struct S { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] void Lock() { ", "[MethodImpl(MethodImplOptions.Synchronized)]")]
    [TestCase("NUnit's `.After(…)`", "NUnit.Framework.Assert.That(() => 1, NUnit.Framework.Is.EqualTo(1).After(100));", "NUnit.Framework.Constraints.Constraint.After")]
    [TestCase("any other member of `System.Threading`", "ThreadPool.BindHandle((System.Runtime.InteropServices.SafeHandle)null!); ThreadPoolBoundHandle.BindHandle(null!);", "System.Threading.ThreadPoolBoundHandle.BindHandle")]
    [TestCase("any other member of a type that is modelled", "ThreadPool.BindHandle((System.Runtime.InteropServices.SafeHandle)null!);", "System.Threading.ThreadPool.BindHandle")]
    [TestCase("any other member of the platform that hands out a task", "System.Xml.XmlReader.Create(\"x\").ReadAsync();", "System.Xml.XmlReader.ReadAsync")]
    public void A_member_is_refused_by_its_row(string what, string statement, string api)
    {
        var row = RedirectTable.RefusalOf(api);
        row.What.ShouldContain(what);
        Snippet.Weave("static class P { static void Run() { " + statement + " } }").Unsupported
            .Select(finding => finding.ToString()).ShouldContain($"unsupported: {api} at Snippet.cs:1: {Plain(row.Why)}. Instead: {Plain(row.Instead)}.");
    }

    /// <summary>What only shows when the program gets there.</summary>
    [TestCase("awaiting a task", "public static void Run(Task outside) { outside.Wait(); }")]
    [TestCase("asynchronous members that a class of yours inherits", "sealed class R : TextReader { } public static void Run(Task outside) { new R().ReadLineAsync(); }")]
    [TestCase("a scheduler of your own", OwnScheduler + "public static void Run(Task outside) { Parallel.For(0, 2, new ParallelOptions { TaskScheduler = new S() }, _ => { }); }")]
    [TestCase("a scheduler of your own", OwnScheduler + "public static void Run(Task outside) { new ConcurrentExclusiveSchedulerPair(new S()); }")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { ((Timer)outside.AsyncState!).Change(1, 1); }", "Timer")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { _ = ((PeriodicTimer)outside.AsyncState!).Period; }", "PeriodicTimer")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { _ = ((ThreadLocal<int>)outside.AsyncState!).Value; }", "ThreadLocal")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { ((Semaphore)outside.AsyncState!).WaitOne(); }", "Semaphore")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { ((Thread)outside.AsyncState!).Start(); }", "Thread")]
    [TestCase("a `Timer`, `PeriodicTimer`", "public static void Run(Task outside) { try { _ = ((ParallelQuery<int>)outside.AsyncState!).Sum(); } catch (Exception) { } }", "parallel query")]
    public void A_run_is_refused_by_its_row(string what, string members, string? made = null)
    {
        var row = RefusalTable.All.Single(row => row.What.StartsWith(what, StringComparison.Ordinal));
        var run = Snippet.Load($"public static class P {{ {members} }}").Method<Action<Task>>("P.Run");
        object? outside = made switch
        {
            "Timer" => new Timer(static _ => { }),
            "PeriodicTimer" => new PeriodicTimer(TimeSpan.FromSeconds(1)),
            "ThreadLocal" => new ThreadLocal<int>(),
            "Semaphore" => new Semaphore(1, 1),
            "Thread" => new Thread(static () => { }),
            "parallel query" => Enumerable.Range(0, 3).AsParallel(),
            _ => null,
        };
        var exploration = Explorer.Explore(() => run(new TaskCompletionSource(outside).Task), new ExplorationOptions { Schedules = 5 });
        exploration.Failure.ShouldBe(FailureKind.Unsupported, exploration.Message);
        exploration.Message.ShouldStartWith("unsupported: ");
        exploration.Message.ShouldEndWith($" at Snippet.cs:1: {Plain(row.Why)}. Instead: {Plain(row.Instead)}.");
    }

    /// <summary>Rows of real time and of real threads have tests of their own: <c>RealLockTests</c>, <c>OutsideTests</c>.</summary>
    [Test]
    public void Each_row_has_a_case()
    {
        string[] elsewhere = ["a call that waits for a lock", "a call that does not come back for a minute", "code of yours on a thread"];
        var whats = ((string[])[nameof(A_member_is_refused_by_its_row), nameof(A_run_is_refused_by_its_row)])
            .SelectMany(name => GetType().GetMethod(name)!.GetCustomAttributes(typeof(TestCaseAttribute), inherit: false).Cast<TestCaseAttribute>())
            .Select(given => (string)given.Arguments[0]!)
            .Concat(elsewhere)
            .ToList();
        RefusalTable.All.Where(row => !whats.Exists(what => row.What.Contains(what, StringComparison.Ordinal))).Select(row => row.What).ShouldBeEmpty();
    }

    private static string Table() => "| what | why | instead |\n|---|---|---|\n"
        + string.Concat(RefusalTable.All.Select(row => $"| {row.What} | {row.Why} | {row.Instead} |\n"));

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
