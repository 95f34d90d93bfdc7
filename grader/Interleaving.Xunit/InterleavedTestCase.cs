using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>A test case that is explored instead of run once.</summary>
public sealed class InterleavedTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    /// <summary>For xunit, which fills it in when it comes from another process.</summary>
    [Obsolete("For xunit alone.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InterleavedTestCase()
    {
    }

    internal InterleavedTestCase(
        IXunitTestMethod testMethod,
        string displayName,
        string uniqueId,
        bool isExplicit,
        Type[]? skipExceptions,
        string? skipReason,
        Type? skipType,
        string? skipUnless,
        string? skipWhen,
        Dictionary<string, HashSet<string>> traits,
        object?[]? arguments,
        string? file,
        int? line)
        : base(
            testMethod, displayName, uniqueId, isExplicit, skipExceptions, skipReason, skipType, skipUnless, skipWhen, traits, arguments, file,
            line, timeout: 0)
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
