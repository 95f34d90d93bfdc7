using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>The methods of a fixture around one test, in the order in which they run: base class first, and last for the endings.</summary>
internal sealed class FixtureMethods
{
    private FixtureMethods(IEnumerable<IMethodInfo> before, IEnumerable<IMethodInfo> after)
    {
        Before = [.. before.Select(method => method.MethodInfo).OrderBy(Depth)];
        After = [.. after.Select(method => method.MethodInfo).OrderByDescending(Depth)];
    }

    /// <summary>[OneTimeSetUp] and [SetUp].</summary>
    public IReadOnlyList<MethodInfo> Before { get; }

    /// <summary>[TearDown] and [OneTimeTearDown].</summary>
    public IReadOnlyList<MethodInfo> After { get; }

    public static FixtureMethods Of(TestMethod test) =>
        FixtureOf(test) is { } fixture
            ? new FixtureMethods(
                [.. fixture.OneTimeSetUpMethods, .. fixture.SetUpMethods],
                [.. fixture.TearDownMethods, .. fixture.OneTimeTearDownMethods])
            : new FixtureMethods([], []);

    /// <summary>The fixture is the parent, or the grandparent of a test case with arguments.</summary>
    public static TestSuite? FixtureOf(TestMethod test) => test.Parent as TestFixture ?? test.Parent?.Parent as TestFixture;

    private static int Depth(MethodInfo method)
    {
        var depth = 0;
        for (var type = method.DeclaringType; type is not null; type = type.BaseType)
            depth++;
        return depth;
    }
}
