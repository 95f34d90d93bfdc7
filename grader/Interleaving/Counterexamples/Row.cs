namespace Interleaving.Counterexamples;

/// <summary>One line of the interleaving table.</summary>
/// <param name="Lane">The number of its column; -1 for a line that tells what was left out.</param>
/// <param name="Place">"LostUpdate.cs:14"; empty when unknown.</param>
/// <param name="Text">What happened.</param>
/// <param name="Now">Virtual time in ticks.</param>
/// <param name="Switched">Whether the turn was taken from somebody who could have gone on.</param>
/// <param name="Fails">Whether it is part of what failed.</param>
internal sealed record Row(int Lane, string Place, string Text, long Now, bool Switched = false, bool Fails = false)
{
    public static Row LeftOut(int rows, long now) => new(-1, "", $"… {rows} rows …", now);

    /// <summary>Whether a reader would take the two for the same thing done again.</summary>
    public bool Repeats(Row other) =>
        Lane == other.Lane && Place == other.Place && Text == other.Text && !Switched && !Fails && !other.Fails;
}
