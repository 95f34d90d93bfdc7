using Interleaving.Counterexamples;

namespace Interleaving;

/// <summary>An interleaving as data: who took part, and what happened in order of time. What repeats or is long is abridged.</summary>
/// <param name="Lanes">The headings: one for each operation, or async method on its own way, that has a step. No two are alike.</param>
/// <param name="Steps">Two or more.</param>
public sealed record Story(IReadOnlyList<string> Lanes, IReadOnlyList<StoryStep> Steps)
{
    /// <summary>What the signs in it mean, in a sentence that stands below the table; empty when every one speaks for itself.</summary>
    public string Legend { get; init; } = "";

    /// <summary>
    /// The story as a table in plain text, one column a lane; as a list where the columns do not fit. The same story gives the same bytes.
    /// </summary>
    /// <param name="width">Characters in a line, 40 or more. A single long word may still go beyond it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is below 40.</exception>
    public string ToTable(int width = InterleavingTable.PageWidth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 40);
        return InterleavingTable.Draw(this, width);
    }

    /// <summary>Whether both tell the same.</summary>
    public bool Equals(Story? other) =>
        other is not null && Legend == other.Legend && Lanes.SequenceEqual(other.Lanes, StringComparer.Ordinal) && Steps.SequenceEqual(other.Steps);

    /// <inheritdoc />
    public override int GetHashCode() => Steps.Aggregate(Lanes.Count, static (hash, step) => HashCode.Combine(hash, step));
}
