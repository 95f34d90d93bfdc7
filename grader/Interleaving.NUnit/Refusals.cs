using Interleaving.Exploring;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>What of NUnit has no meaning under exploration, each with the mend. Silence would be worse than a refusal.</summary>
internal static class Refusals
{
    /// <summary>Why this test cannot be explored; null when it can.</summary>
    public static string? Of(TestMethod test, InterleavedAttribute settings)
    {
        if (OptionChecks.Of(settings) is { } option)
            return option;
        if (test.Properties.ContainsKey(PropertyNames.MaxTime))
        {
            return "[MaxTime] counts real time, of which an [Interleaved] test has none: use [Timeout], which counts virtual time "
                + "here, or ShouldTakeAtMost.";
        }

        if (!IsSupported(test.Method.MethodInfo.ReturnType))
        {
            return "An [Interleaved] test returns void, Task or ValueTask, and no result: assert inside the test "
                + "instead of by ExpectedResult.";
        }

        if (test.Method.IsDefined<ITestAction>(true) || test.TypeInfo?.IsDefined<ITestAction>(true) == true)
            return "Action attributes (ITestAction) do not run inside an exploration: use [SetUp] and [TearDown].";
        for (var at = test.Parent; at is not null; at = at.Parent)
        {
            if (at is SetUpFixture)
            {
                return $"[SetUpFixture] {at.Name} runs once, before any exploration, and what it leaves in static fields "
                    + "is reset for each execution: use [SetUp].";
            }
        }

        return null;
    }

    private static bool IsSupported(Type type) =>
        type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask);
}
