namespace Interleaving;

/// <summary>An exploration found a failure; the message tells it as a reader wants it, with the interleaving.</summary>
public sealed class ExplorationFailedException : Exception
{
    /// <param name="exploration">What was found.</param>
    public ExplorationFailedException(Exploration exploration)
        : this(exploration, $"new ExplorationOptions {{ Schedule = \"{exploration.Schedule}\" }}")
    {
    }

    internal ExplorationFailedException(Exploration exploration, string replay)
        : base(ExplorationText.Failure(exploration, replay), exploration.Exception) => Exploration = exploration;

    /// <summary>What was found.</summary>
    public Exploration Exploration { get; }

    /// <summary>The place of the failure first: test windows make a link of it.</summary>
    public override string? StackTrace =>
        ExplorationText.StackTrace(Exploration, "the explored code") is { } place ? $"{place}\n{base.StackTrace}" : base.StackTrace;
}
