using System.Globalization;

namespace Interleaving.Strategies;

/// <summary>
/// One schedule, written as its deviations from <see cref="Strategies.DefaultStrategy"/>: <c>1@3:2,2@5:1</c>, or <c>-</c>
/// when there is none. It needs no quotes in any shell, and the same program under the same schedule runs the same way.
/// </summary>
internal sealed record Schedule(IReadOnlyList<Deviation> Deviations)
{
    private const string NoDeviations = "-";

    /// <summary>The default schedule.</summary>
    public static Schedule Default { get; } = new([]);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is no schedule; the message says which part is not, and what one looks like.</exception>
    public static Schedule Parse(string text)
    {
        if (text == NoDeviations)
            return Default;
        if (text.Length == 0)
            throw new FormatException("The schedule is empty; the default schedule is written \"-\".");
        var deviations = text.Split(',').Select(ParseDeviation).ToArray();
        var places = new HashSet<(int Operation, int Steps, bool IsDelay, bool IsLateEnd)>();
        foreach (var deviation in deviations)
        {
            if (!places.Add((deviation.Operation, deviation.Steps, deviation.IsDelay, deviation.IsLateEnd)))
            {
                throw new FormatException(
                    $"The schedule decides twice at {deviation.Operation}@{deviation.Steps}; each place may stand in it once.");
            }
        }

        return new Schedule(deviations);
    }

    public bool Equals(Schedule? other) => other is not null && Deviations.SequenceEqual(other.Deviations);

    public override int GetHashCode() =>
        Deviations.Aggregate(17, static (hash, deviation) => HashCode.Combine(hash, deviation));

    public override string ToString() => Deviations.Count == 0 ? NoDeviations : string.Join(',', Deviations);

    private static Deviation ParseDeviation(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (at > 0 && colon > at && Number(text[..at]) is { } operation && Number(text[(at + 1)..colon]) is { } steps
            && Target(text[(colon + 1)..]) is { } target)
            return new Deviation(operation, steps, target);
        throw new FormatException(
            $"\"{text}\" is no part of a schedule; a part looks like 1@3:2 (operation 1, after 3 steps, hands over to operation 2).");
    }

    private static int? Target(string text) => text == Deviation.EndText ? Deviation.End : Number(text);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
