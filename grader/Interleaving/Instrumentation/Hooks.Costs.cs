using System.Numerics;
using Interleaving.Models.Memory;
using Interleaving.Scheduling;
using Interleaving.Weaving;

namespace Interleaving.Instrumentation;

/// <content>What calls of the platform cost on simulated cores; elsewhere nothing is measured.</content>
internal static partial class Hooks
{
    private const int WordBits = 32;

    /// <summary>Where a number is so long that what it costs is beyond all limits.</summary>
    private const long MostWords = 100_000;

    private static bool Costs => Operation.Current is { Execution.Caches: not null };

    public static long LengthOf(object? collection) => Costs ? Lengths.Of(collection) : 0;

    public static long OrLengthOf(long length, object? collection) => Costs ? Math.Max(length, Lengths.Of(collection)) : 0;

    public static long OrLengthOfSpan<T>(long length, Span<T> span) => Math.Max(length, span.Length);

    public static long OrLengthOfReadOnlySpan<T>(long length, ReadOnlySpan<T> span) => Math.Max(length, span.Length);

    /// <summary>The words of a number that has as many as it takes.</summary>
    public static long WordsOf(BigInteger number) => Costs ? 1 + (number.GetBitLength() / WordBits) : 0;

    public static long OrWordsOf(long length, BigInteger number) => Math.Max(length, WordsOf(number));

    /// <summary>The words of a power.</summary>
    public static long RaisedTo(long words, BigInteger number, int exponent) => words == 0 ? 0 : 1 + (number.GetBitLength() * Math.Max(exponent, 0) / WordBits);

    /// <summary>The words of a number that is shifted.</summary>
    public static long ShiftedBy(long words, BigInteger number, int bits) => words == 0 ? 0 : 1 + ((number.GetBitLength() + Math.Max(bits, 0)) / WordBits);

    /// <summary>The items behind an index.</summary>
    public static long Behind(long length, int index) => length - index;

    /// <summary>How much longer a text is than it was.</summary>
    public static long GrownFrom(object text, long length) => LengthOf(text) - length;

    /// <summary>The platform is about to go through so many items, or to sort them.</summary>
    public static void Charge(long items, bool sorting) => ChargeBy(items, (int)(sorting ? Cost.Sorting : Cost.Length));

    /// <param name="items">How many items, characters or words.</param>
    /// <param name="cost">A <see cref="Cost"/>: what each is worth.</param>
    public static void ChargeBy(long items, int cost)
    {
        if (items <= 0 || Operation.Current is not { Execution.Caches: not null } operation)
            return;
        var words = Math.Min(items, MostWords);
        var units = (Cost)cost switch
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
