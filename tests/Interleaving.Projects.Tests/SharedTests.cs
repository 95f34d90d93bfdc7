using System.Runtime.Loader;
using Interleaving.NUnit;
using Moq;
using Newtonsoft.Json;

namespace Interleaving.Projects.Tests;

/// <summary>The rows <c>shared</c> and <c>loaded beside</c> of the boundary: what is the process's own, and what is loaded anew.</summary>
public sealed class SharedTests
{
    private static readonly Type[] Platform = [typeof(object), typeof(Enumerable), typeof(List<int>), typeof(System.Text.RegularExpressions.Regex)];

    [Test, Interleaved(Schedules = 1)]
    public void The_platform_the_frameworks_and_the_engine_are_shared()
    {
        foreach (var type in Platform.Concat([typeof(Assert), typeof(ShouldBeTestExtensions), typeof(Explorer), typeof(InterleavedAttribute)]))
            Context(type).ShouldBe(Context(typeof(object)), type.FullName);
    }

    [Test, Interleaved(Schedules = 1)]
    public void The_tests_packages_and_mocks_are_loaded_beside_them()
    {
        foreach (var type in new[] { typeof(SharedTests), typeof(JsonConvert), typeof(HttpClient), typeof(System.Text.Json.JsonSerializer), typeof(Mock), typeof(NSubstitute.Substitute), typeof(FakeItEasy.A) })
            Context(type).ShouldNotBe(Context(typeof(object)), type.FullName);
    }

    [Test]
    public void A_pass_names_what_was_not_or_not_altogether_under_control()
    {
        var exploration = Explorer.Explore(() =>
        {
            new Mock<IDisposable>().Object.Dispose();
            JsonConvert.SerializeObject(1).ShouldBe("1");
        });
        exploration.Failure.ShouldBeNull(exploration.Message);
        exploration.Boundary.NotControlled.ShouldContain("Moq");
        exploration.Boundary.NotControlled.ShouldContain("Castle.Core");
        exploration.Boundary.ControlledAlone.ShouldContain("Newtonsoft.Json");
        exploration.Summary.ShouldMatch("^No failure in .*; not under control: .*Moq.*; no races told in: .*Newtonsoft.Json");
    }

    private static AssemblyLoadContext? Context(Type type) => AssemblyLoadContext.GetLoadContext(type.Assembly);
}
