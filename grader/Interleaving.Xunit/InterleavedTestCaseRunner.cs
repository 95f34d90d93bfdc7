using Xunit.Sdk;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>Does what xunit does for a test case, but for the tests themselves.</summary>
internal sealed class InterleavedTestCaseRunner : XunitTestCaseRunner
{
    private static readonly InterleavedTestCaseRunner Own = new();

    public static async ValueTask<RunSummary> RunCase(
        XunitTestCase testCase,
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler executionScheduler,
        FixtureMappingManager fixtureMappings)
    {
        // A theory's data may throw while it is enumerated: that fails the case.
        var tests = await aggregator.RunAsync(testCase.CreateTests, []);
        return await Own.Run(
            testCase,
            tests,
            messageBus,
            aggregator,
            cancellationTokenSource,
            parallelMode,
            executionScheduler,
            testCase.TestCaseDisplayName,
            testCase.SkipReason,
            explicitOption,
            constructorArguments,
            fixtureMappings);
    }

    protected override ValueTask<RunSummary> RunTest(XunitTestCaseRunnerContext ctxt, IXunitTest test) =>
        InterleavedTestRunner.Own.Run(
            test,
            ctxt.MessageBus,
            ctxt.ConstructorArguments,
            ctxt.ExplicitOption,
            ctxt.Aggregator.Clone(),
            ctxt.CancellationTokenSource,
            ctxt.ParallelMode,
            ctxt.Scheduler,
            ctxt.BeforeAfterTestAttributes,
            ctxt.CaseFixtureMappings);
}
