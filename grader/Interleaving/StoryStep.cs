namespace Interleaving;

/// <summary>One thing that happened in an interleaving.</summary>
/// <param name="Lane">Who did it: an index into <see cref="Story.Lanes"/>; -1 for what belongs to none of them.</param>
/// <param name="File">The source file, without folders; null when unknown.</param>
/// <param name="Line">The line in it, from 1; 0 when unknown.</param>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Text">What it is, in words.</param>
/// <param name="At">Virtual time since the beginning.</param>
/// <param name="Switched">Whether the operation that had the turn was preempted here.</param>
/// <param name="Fails">Whether it is part of what failed.</param>
public sealed record StoryStep(
    int Lane, string? File, int Line, StoryStepKind Kind, string Text, TimeSpan At, bool Switched = false, bool Fails = false)
{
    /// <summary>"LostUpdate.cs:14"; empty when unknown.</summary>
    internal string Place => File is null ? "" : FormattableString.Invariant($"{File}:{Line}");

    /// <summary>A line that stands for others.</summary>
    internal static StoryStep Abridged(int lane, string text, TimeSpan at) => new(lane, null, 0, StoryStepKind.Abridged, text, at);

    /// <summary>Whether a reader would take the two for the same thing done again.</summary>
    internal bool Repeats(StoryStep other) => Lane == other.Lane && Line == other.Line && File == other.File && Text == other.Text
        && !Switched && !Fails && !other.Fails;
}
