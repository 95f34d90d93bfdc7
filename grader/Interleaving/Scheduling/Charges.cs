using System.Numerics;
using Interleaving.Platform;

namespace Interleaving.Scheduling;

/// <summary>Work that is counted on simulated cores; elsewhere nothing is measured.</summary>
internal static class Charges
{
    public const int WordBits = 32;

    /// <summary>Where a number is so long that what it costs is beyond all limits.</summary>
    private const long MostWords = 100_000;

    /// <summary>One call, or one item that a loop of the platform's goes through.</summary>
    public static void Call()
    {
        if (Operation.Current is { } operation && ++operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: false);
    }

    /// <summary>The platform is about to go through so many items, or to sort them.</summary>
    public static void For(long items, bool sorting) => By(items, sorting ? Cost.Sorting : Cost.Length);

    /// <param name="items">How many items, characters or words.</param>
    /// <param name="cost">What each is worth.</param>
    public static void By(long items, Cost cost)
    {
        if (items <= 0 || Operation.Current is not { Execution.Caches: not null } operation)
            return;
        var words = Math.Min(items, MostWords);
        var units = cost switch
        {
            Cost.Sorting => items * BitOperations.Log2((ulong)items | 1),
            Cost.Glance or Cost.Key or Cost.Moved => items / 8,
            Cost.Squared => words * words,
            Cost.Cubed => words * words * words * WordBits,
            Cost.None or Cost.Length or Cost.Given or Cost.Result or Cost.Growth => items,
            _ => throw new ArgumentOutOfRangeException(nameof(cost)),
        };
        (operation.Work, operation.Charged) = (operation.Work + units, operation.Charged + units);
        if (operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: false);
    }
}
