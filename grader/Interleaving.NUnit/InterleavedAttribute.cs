using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;
using NUnit.Framework.Internal.Commands;

namespace Interleaving.NUnit;

/// <summary>
/// Runs an NUnit test under many schedules, in virtual time, instead of once: whatever threads, tasks and timers it
/// starts are under control, and a failure comes with the interleaving that led to it. Each execution makes a new fixture
/// and runs its set-up and tear-down, so that all of them start alike. Needs no build step: the test's assembly is woven
/// in memory when its first such test runs. It makes a test of a method by itself, and stands beside [Test], [TestCase] and their
/// like as well.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterleavedAttribute : Attribute, IInterleaved, IWrapSetUpTearDown, ISimpleTestBuilder, IImplyFixture
{
    /// <inheritdoc/>
    public int Schedules { get; init; }

    /// <inheritdoc/>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Strategy Strategy { get; init; }

    /// <inheritdoc/>
    public int Preemptions { get; init; } = -1;

    /// <inheritdoc/>
    public int Depth { get; init; }

    /// <inheritdoc/>
    public string? Interest { get; init; }

    /// <inheritdoc/>
    public int MaxSteps { get; init; }

    /// <inheritdoc/>
    public int Cores { get; init; }

    /// <inheritdoc/>
    public bool DataRaces { get; init; } = true;

    /// <inheritdoc/>
    public string? Schedule { get; init; }

    TestCommand ICommandWrapper.Wrap(TestCommand command)
    {
        TimeLimits.Hide(command.Test);
        return new InterleavedCommand(command, this);
    }

    /// <summary>NUnit asks one of a method's attributes only, so this one leaves it to [Test] where there is one.</summary>
    TestMethod ISimpleTestBuilder.BuildFrom(IMethodInfo method, Test? suite) =>
        Array.Find(method.GetCustomAttributes<ISimpleTestBuilder>(inherit: false), builder => builder is not InterleavedAttribute) is { } other
            ? other.BuildFrom(method, suite)
            : new NUnitTestCaseBuilder().BuildTestMethod(method, suite, null);
}
