using System.Reflection;
using Interleaving.Frameworks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Interleaving.MSTest;

/// <summary>One execution of a test: a new instance of its class, its initialisation, the test, its clean-up.</summary>
internal sealed class TestBody
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly ITestMethod test;
    private readonly TwinTest twin;
    private readonly MethodInfo[] before;
    private readonly MethodInfo[] after;
    private ScheduleContext context;

    public TestBody(ITestMethod test)
    {
        this.test = test;
        context = new ScheduleContext(test);
        twin = new TwinTest(test.MethodInfo.ReflectedType!, test.MethodInfo);

        // Those of the base class first, and last at the end.
        before = [.. Marked<TestInitializeAttribute>().Reverse()];
        after = [.. Marked<TestCleanupAttribute>()];
    }

    /// <summary>What the last execution wrote.</summary>
    public string Output => context.Output;

    public Task Run()
    {
        context = new ScheduleContext(test);
        var copy = twin.Copy();
        object?[] arguments = [.. (test.Arguments ?? []).Select(copy.Of)];
        var instance = TestSteps.Construct(twin.Type, twin.Type.GetConstructor([typeof(TestContext)]) is null ? [] : [context]);
        if (twin.Type.GetProperty("TestContext", Instance) is { CanWrite: true } property && property.PropertyType == typeof(TestContext))
            property.SetValue(instance, context);
        IReadOnlyCollection<Func<Task>> last =
            [.. after.Select(method => (Func<Task>)(() => TestSteps.Invoke(instance, method))), .. TestSteps.Disposal(instance)];
        return TestSteps.Run(
            () =>
            {
                foreach (var method in before)
                    TestSteps.Wait(TestSteps.Invoke(instance, method));
            },
            () => TestSteps.Invoke(instance, twin.Method, arguments),
            last,
            context.Tell);
    }

    /// <summary>From the class itself to its bases; an override stands where it is declared.</summary>
    private IEnumerable<MethodInfo> Marked<TAttribute>()
        where TAttribute : Attribute
    {
        for (var type = twin.Type; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMethods(Instance | BindingFlags.DeclaredOnly).Where(method => method.IsDefined(typeof(TAttribute), false)))
                yield return method;
        }
    }
}
