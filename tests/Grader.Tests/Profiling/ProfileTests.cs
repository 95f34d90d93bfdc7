using Grader.Profiling;
using Grader.Reporting.Formats;
using Grader.Tests.Judging;

namespace Grader.Tests.Profiling;

/// <summary>What is shown of samples.</summary>
public sealed class ProfileTests
{
    private static readonly Owners Owners = new(
        TinySuite.Compile("namespace A; public static class Sums { public static void Sum() { } }", "Sums"),
        TinySuite.Compile("namespace A; public static class Load { public static void Run() { } }", "Load.Suite"));

    private const string Outside = "Judge.Measuring.Trials.Run()";
    private const string Suite = "A.Load.Run()";
    private const string Sum = "A.Sums.Sum()";
    private const string For = "System.Threading.Tasks.Parallel.For(int32)";
    private const string Lock = "System.Threading.Monitor.Enter(class System.Object)";

    [Test]
    public void A_stack_begins_with_the_first_call_into_the_submission_and_names_nothing_of_the_suite()
    {
        var profile = Profile.Of([Sample(7, Outside, Suite, Sum, Suite)], Owners);
        profile.Threads.ShouldHaveSingleItem().Stacks.ShouldHaveSingleItem().Frames.ShouldBe(["Sums.Sum", "the hidden test"]);
    }

    [Test]
    public void A_thread_that_is_in_nothing_of_the_submission_is_left_out() =>
        Profile.Of([Sample(1, Outside, Suite), Sample(2, Sum)], Owners).Threads.Select(thread => thread.Name).ShouldBe(["thread 1"]);

    [Test]
    public void A_method_that_implements_an_interface_explicitly_is_the_submissions() =>
        Profile.Of([Sample(1, Outside, "A.Sums.System.IDisposable.Dispose()")], Owners).Stacks.ShouldHaveSingleItem()
            .Frames.ShouldBe(["Sums.System.IDisposable.Dispose"]);

    [Test]
    public void Samples_that_follow_each_other_are_one_and_those_of_all_threads_are_added()
    {
        var profile = Profile.Of([Sample(1, Sum), Sample(2, Sum), Sample(1, Sum), Sample(1, Sum, Lock), Sample(1, Sum)], Owners);
        profile.Threads[0].Stacks.Select(stack => stack.Samples).ShouldBe([2, 1, 1]);
        profile.Stacks.Select(stack => (string.Join(" > ", stack.Frames), stack.Samples)).ShouldBe([("Sums.Sum", 4), ("Sums.Sum > Monitor.Enter", 1)]);
        profile.Samples.ShouldBe(5);
    }

    [Test]
    public void The_flame_graph_leaves_out_how_the_platform_calls_back()
    {
        var profile = Profile.Of([Sample(1, Sum, For, Sum, For, Suite, Lock)], Owners);
        profile.Stacks.ShouldHaveSingleItem().Frames.ShouldBe(["Sums.Sum", "the hidden test", "Monitor.Enter"]);
        profile.Threads[0].Stacks[0].Frames.ShouldBe(["Sums.Sum", "Parallel.For", "Sums.Sum", "Parallel.For", "the hidden test", "Monitor.Enter"]);
    }

    [Test]
    public void Speedscope_gets_a_timeline_for_each_thread() =>
        Speedscope.Render(Profile.Of([Sample(1, Sum, Lock), Sample(2, Sum), Sample(1, Sum, Lock)], Owners), "sums of <ann>").Text.ShouldBe(
            """
            {"$schema":"https://www.speedscope.app/file-format-schema.json","exporter":"grader","name":"sums of <ann>",
            "shared":{"frames":[{"name":"Sums.Sum"},{"name":"Monitor.Enter"}]},"profiles":[
            {"type":"sampled","name":"thread 1","unit":"none","startValue":0,"endValue":2,"samples":[[0,1]],"weights":[2]},
            {"type":"sampled","name":"thread 2","unit":"none","startValue":0,"endValue":1,"samples":[[0]],"weights":[1]}]}
            """.ReplaceLineEndings(""));

    [TestCase("")]
    [TestCase("Nettrace")]
    [TestCase("Nettrace\u0014\0\0\0!FastSerialization.1 and then no more of it")]
    public void What_is_no_trace_is_said_to_be_none(string bytes) =>
        Should.Throw<InvalidDataException>(() => TraceReader.Read(System.Text.Encoding.Latin1.GetBytes(bytes)));

    private static TraceSample Sample(int thread, params string[] methods) => new(thread, [.. methods.Select(method => TracedMethod.Parse(method)!)]);
}
