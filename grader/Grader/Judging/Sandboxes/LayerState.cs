namespace Grader.Judging.Sandboxes;

/// <summary>How well a layer of a sandbox holds.</summary>
internal enum LayerState
{
    /// <summary>It was attacked, and held.</summary>
    Held,

    /// <summary>It held, by less than it should have.</summary>
    Weak,

    /// <summary>It was attacked, and gave way.</summary>
    Missing,
}
