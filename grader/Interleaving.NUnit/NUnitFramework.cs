using Interleaving;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

[assembly: TestFramework(typeof(Interleaving.NUnit.NUnitFramework))]

namespace Interleaving.NUnit;

/// <summary>
/// NUnit's assertions note what they find in the result of the current test, also when their exception is caught. Each
/// execution gets a result of its own, so that none leaks into another or into the test around the exploration.
/// </summary>
internal sealed class NUnitFramework : TestFramework
{
    public override bool IsRunning => TestExecutionContext.CurrentContext is not TestExecutionContext.AdhocContext;

    public override Func<Ending?> Begin()
    {
        var outer = TestExecutionContext.CurrentContext;
        var context = new TestExecutionContext(outer) { CurrentResult = outer.CurrentTest.MakeTestResult() };
        context.EstablishExecutionEnvironment();

        // It brings the context of NUnit's own thread along, through which an assertion would go on out of control.
        SynchronizationContext.SetSynchronizationContext(null);
        return () => Noted(context.CurrentResult);
    }

    private static Ending? Noted(TestResult result)
    {
        if (result.AssertionResultCount == 0)
            return null;
        var worst = result.AssertionResults.MaxBy(Badness)!;
        return Kind(worst.Status) is { } kind ? new Ending(kind, worst.Message, StackTrace: worst.StackTrace) : null;
    }

    private static EndingKind? Kind(AssertionStatus status) => status switch
    {
        AssertionStatus.Failed or AssertionStatus.Error => EndingKind.Failed,
        AssertionStatus.Warning => EndingKind.Warned,
        _ => null,
    };

    private static int Badness(AssertionResult result) => (int)(Kind(result.Status) ?? EndingKind.Passed);
}
