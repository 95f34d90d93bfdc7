using Interleaving.Frameworks;
using Interleaving.Models.Tasks;
using Interleaving.Weaving;
using Xunit;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>One execution of a test: a new instance of its class, its initialisation, the test, its disposal.</summary>
internal sealed class TestBody(IXunitTest test, object?[] constructorArguments)
{
    private readonly TwinTest twin = new(test.TestMethod.TestClass.Class, test.TestMethod.Method);
    private ScheduleOutput output = new();

    /// <summary>What the last execution wrote.</summary>
    public string Output => output.Output;

    public Task Run()
    {
        output = new ScheduleOutput();
        var copy = twin.Copy();
        object?[] arguments = [.. test.TestMethodArguments.Select(copy.Of)];
        if (twin.Method.IsStatic)
            return TestSteps.Invoke(null, twin.Method, arguments);
        var instance = TestSteps.Construct(twin.Type, [.. constructorArguments.Select(argument => Given(argument, copy))]);
        return TestSteps.Run(
            () => Initialise(instance),
            () => TestSteps.Invoke(instance, twin.Method, arguments),
            [.. TestSteps.Disposal(instance)]);
    }

    private static void Initialise(object instance)
    {
        if (instance is not IAsyncLifetime lifetime)
            return;
        var task = lifetime.InitializeAsync();
        TestSteps.Wait(ValueTaskModel.AsTask(ref task));
    }

    /// <summary>xunit gives some arguments as functions, to be called just before the test.</summary>
    private object? Given(object? argument, ObjectCopy copy) => argument switch
    {
        ITestOutputHelper or Func<ITestOutputHelper> => output,
        Func<ITestContextAccessor> accessor => accessor(),
        _ => copy.Of(argument),
    };
}
