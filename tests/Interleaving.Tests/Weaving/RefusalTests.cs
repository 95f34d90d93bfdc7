using Interleaving.Models;

namespace Interleaving.Tests.Weaving;

public sealed class RefusalTests
{
    [TestCase("Task.Factory.FromAsync(Task.CompletedTask, _ => { });", "System.Threading.Tasks.TaskFactory.FromAsync")]
    [TestCase("new HttpClient().GetStringAsync(\"x\");", "System.Net.Http.HttpClient.GetStringAsync")]
    [TestCase("File.ReadAllTextAsync(\"x\");", "System.IO.File.ReadAllTextAsync")]
    [TestCase("Func<ReaderWriterLock, bool> f = l => l.IsWriterLockHeld;", "System.Threading.ReaderWriterLock.IsWriterLockHeld")]
    [TestCase("new[] { 1 }.AsParallel().Sum(x => (int?)x);", "System.Linq.ParallelEnumerable.Sum")]
    public void An_api_that_is_not_modelled_is_named_with_its_line(string statement, string api)
    {
        var woven = Snippet.Weave($$"""
            using System.Net.Http;
            public static class P
            {
                public static void Run()
                {
                    {{statement}}
                }
            }
            """);
        var row = RedirectTable.RefusalOf(api);
        woven.Unsupported.Select(finding => finding.ToString())
            .ShouldContain($"unsupported: {api} at Snippet.cs:6: {row.Why}. Instead: {row.PlainInstead}.");
    }

    [Test]
    public void A_lock_on_a_struct_that_nobody_else_can_hold_is_refused() => Snippet.Weave("""
        public struct P
        {
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]
            public void Run() { }
        }
        """).Unsupported.ShouldHaveSingleItem().Line.ShouldBe(4);

    [TestCase("var e = new OperationCanceledException(); throw e;")]
    [TestCase("var o = new ParallelOptions { MaxDegreeOfParallelism = 2 };")]
    [TestCase("var l = new AsyncLocal<int> { Value = 3 }; l.Value++;")]
    [TestCase("new StringWriter().WriteAsync('x');")]
    [TestCase("var x = TaskStatus.Running.ToString(); throw new SemaphoreFullException(x);")]
    public void Data_exceptions_and_options_are_harmless(string statement) =>
        Snippet.Weave($"public static class P {{ public static void Run() {{ {statement} }} }}").Unsupported.ShouldBeEmpty();
}
