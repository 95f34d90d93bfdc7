using System.Numerics;
using Interleaving.Models.Memory;
using Interleaving.Platform;
using Interleaving.Scheduling;

namespace Interleaving.Instrumentation;

/// <content>What calls of the platform cost on simulated cores; elsewhere nothing is measured.</content>
internal static partial class Hooks
{
    private const int WordBits = Charges.WordBits;

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

    /// <param name="items">How many items, characters or words.</param>
    /// <param name="cost">A <see cref="Cost"/>: what each is worth.</param>
    public static void ChargeBy(long items, int cost) => Charges.By(items, (Cost)cost);
}
