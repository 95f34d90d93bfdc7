using Interleaving;

namespace ConcurrencyKatas.StripedCounter.Suite;

/// <summary>
/// A counter, and which adds have begun and ended, by tallies: these order nobody, so that races of the submission stay visible.
/// </summary>
/// <param name="draw">Where the amounts come from.</param>
/// <param name="adds">How many adds there will be.</param>
internal sealed class WatchedCounter(Random draw, int adds)
{
    private const long Unit = 5_000_111_222_333;

    private readonly HotCounter _counter = new();
    private readonly Tally _begun = new(adds);
    private readonly Tally _ended = new(adds);
    private readonly Tally _missed = new(1);
    private readonly Tally _invented = new(1);

    /// <summary>
    /// No two sets of them have the same sum, so that a total tells which are in it. None fits into half of a long, so that half of one tells as well.
    /// </summary>
    private readonly long[] _amounts = [.. Enumerable.Range(0, adds).Select(add => (add % 2 == 0 ? Unit : -Unit) * (1 << add) * (1 + (2 * draw.Next(4))))];

    public void Add(int number)
    {
        _begun.Add(number);
        _counter.Add(_amounts[number]);
        _ended.Add(number);
    }

    /// <summary>Reads the total: it has all that had ended before, nothing that has not begun by now, and of the rest some.</summary>
    public void Read()
    {
        bool[] before = [.. Enumerable.Range(0, adds).Select(add => _ended[add] > 0)];
        var rest = _counter.Total;
        for (var add = 0; add < adds; add++)
            rest -= before[add] ? _amounts[add] : 0;
        long[] between = [.. Enumerable.Range(0, adds).Where(add => !before[add] && _begun[add] > 0).Select(add => _amounts[add])];
        if (IsSumOfSome(rest, between))
            return;

        // Without something that had been added it would be right: that is another fault than to have too much.
        long[] missing = [.. Enumerable.Range(0, adds).Where(add => before[add]).Select(add => -_amounts[add])];
        (IsSumOfSome(rest, [.. between, .. missing]) ? _missed : _invented).Add(0);
    }

    /// <summary>Says what was wrong with the totals; not where they were read, since nobody would catch it in a thread.</summary>
    public void Judge()
    {
        Read();
        Claim.That(_missed.Total == 0, Wording.NotBefore);
        Claim.That(_invented.Total == 0, Wording.NotBegun);
    }

    private static bool IsSumOfSome(long sum, ReadOnlySpan<long> amounts) =>
        amounts.IsEmpty ? sum == 0 : IsSumOfSome(sum, amounts[1..]) || IsSumOfSome(sum - amounts[0], amounts[1..]);
}
