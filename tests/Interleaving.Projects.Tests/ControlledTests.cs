using System.Data.Common;
using System.IO.Pipelines;
using System.Net;
using System.Runtime.Loader;
using System.Threading.RateLimiting;
using System.Threading.Tasks.Dataflow;
using Interleaving.NUnit;

namespace Interleaving.Projects.Tests;

/// <summary>The row <c>woven for control</c> of the boundary: which parts of the platform it names, and what becomes of static state.</summary>
public sealed class ControlledTests
{
    private const string Runs = "ControlledTests.Runs";

    [TestCase(typeof(HttpClient), "System.Net.Http"), Interleaved(Schedules = 1)]
    [TestCase(typeof(DbConnection), "System.Data.Common")]
    [TestCase(typeof(Pipe), "System.IO.Pipelines")]
    [TestCase(typeof(AsyncEnumerable), "System.Linq.AsyncEnumerable")]
    [TestCase(typeof(RateLimiter), "System.Threading.RateLimiting")]
    [TestCase(typeof(ActionBlock<int>), "System.Threading.Tasks.Dataflow")]
    public void Each_of_these_is_loaded_as_a_woven_copy(Type type, string assembly)
    {
        type.Assembly.GetName().Name.ShouldBe(assembly);
        AssemblyLoadContext.GetLoadContext(type.Assembly).ShouldBe(AssemblyLoadContext.GetLoadContext(typeof(ControlledTests).Assembly));
    }

    /// <summary>What is kept is told from what starts anew by a number that lies in the process.</summary>
    [Test]
    public void Static_state_of_the_platform_stays_from_one_execution_to_the_next()
    {
        AppContext.SetData(Runs, 0);
        Explorer.Explore(
            static () =>
            {
                if (Run() == 1)
                    HttpClient.DefaultProxy = new WebProxy("http://kept:1");
                ((WebProxy)HttpClient.DefaultProxy).Address!.Host.ShouldBe("kept");
                return Task.WhenAll(Task.Run(Thread.Yield), Task.Run(Thread.Yield));
            },
            new ExplorationOptions { Schedules = 5 }).ThrowIfFailed();
        ((int)AppContext.GetData(Runs)!).ShouldBeGreaterThan(1);
    }

    [Test]
    public void Static_state_of_ones_own_starts_anew()
    {
        AppContext.SetData(Runs, 0);
        Explorer.Explore(
            static () =>
            {
                Run();
                (++Own.Count).ShouldBe(1);
                return Task.WhenAll(Task.Run(Thread.Yield), Task.Run(Thread.Yield));
            },
            new ExplorationOptions { Schedules = 5 }).ThrowIfFailed();
        ((int)AppContext.GetData(Runs)!).ShouldBeGreaterThan(1);
    }

    private static int Run()
    {
        var runs = (int)AppContext.GetData(Runs)! + 1;
        AppContext.SetData(Runs, runs);
        return runs;
    }

    private static class Own
    {
        public static int Count { get; set; }
    }
}
