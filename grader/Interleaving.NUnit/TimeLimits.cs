using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>What [Timeout] and [CancelAfter] say, for virtual time. NUnit is told of no [Timeout]: it would count real time.</summary>
/// <param name="Timeout">After which the test fails; null for no limit.</param>
/// <param name="CancelAfter">After which its token is cancelled; null when never.</param>
internal sealed record TimeLimits(TimeSpan? Timeout, TimeSpan? CancelAfter)
{
    private const string Hidden = "Interleaved.Timeout";

    /// <summary>Takes the limit of a test out of NUnit's hands: it looks for one after the command has been wrapped.</summary>
    public static void Hide(Test test)
    {
        if (test.Properties.ContainsKey(PropertyNames.UseCancellation))
            return;
        if (test.Properties.Get(PropertyNames.Timeout) is int milliseconds and > 0)
            test.Properties.Set(Hidden, milliseconds);
        test.Properties.Set(PropertyNames.Timeout, 0);
    }

    /// <summary>Those of the test, or else of its fixture or assembly.</summary>
    public static TimeLimits Of(Test test, TestExecutionContext context)
    {
        if (test.Properties.ContainsKey(PropertyNames.UseCancellation))
            return new TimeLimits(null, Milliseconds(test.Properties.Get(PropertyNames.Timeout) as int?));
        if (test.Properties.Get(Hidden) is int own)
            return new TimeLimits(Milliseconds(own), null);
        var outer = Milliseconds(context.TestCaseTimeout);
        return context.UseCancellation ? new TimeLimits(null, outer) : new TimeLimits(outer, null);
    }

    private static TimeSpan? Milliseconds(int? value) => value > 0 ? TimeSpan.FromMilliseconds(value.Value) : null;
}
