using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Interleaving.NUnit;

/// <summary>Takes the place of all that NUnit would do for one test: fixture, set-up, test and tear-down.</summary>
internal sealed class InterleavedCommand(TestCommand inner, InterleavedAttribute settings) : TestCommand(inner.Test)
{
    private readonly InterleavedAttribute settings = settings;

    public override TestResult Execute(TestExecutionContext context) => throw new NotSupportedException(settings.ToString());
}
