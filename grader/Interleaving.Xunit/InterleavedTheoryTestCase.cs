using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>A theory whose data cannot be enumerated before the run; each row is explored.</summary>
public sealed class InterleavedTheoryTestCase : XunitDelayEnumeratedTheoryTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For xunit, which fills it in when it comes from another process.</summary>
    [Obsolete("For xunit alone.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InterleavedTheoryTestCase()
    {
    }

    internal InterleavedTheoryTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        bool skipTestWithoutData,
        Type[]? skipExceptions,
        string? skipReason,
        Type? skipType,
        string? skipUnless,
        string? skipWhen,
        Dictionary<string, HashSet<string>> traits,
        string? file,
        int? line)
        : base(
            testMethod, displayName, uniqueId, isExplicit, skipTestWithoutData, skipExceptions, skipReason, skipType, skipUnless, skipWhen,
            traits, file, line, timeout: 0)
    {
    }

    /// <inheritdoc/>
    public ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler executionScheduler,
        FixtureMappingManager fixtureMappings) =>
        InterleavedTestCaseRunner.RunCase(
            this,
            explicitOption,
            messageBus,
            constructorArguments,
            aggregator,
            cancellationTokenSource,
            parallelMode,
            executionScheduler,
            fixtureMappings);
}
