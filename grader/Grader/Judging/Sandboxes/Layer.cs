namespace Grader.Judging.Sandboxes;

/// <summary>One thing that a sandbox is to keep a submission from.</summary>
/// <param name="Name">Short: files, network.</param>
/// <param name="State">Whether it does.</param>
/// <param name="Detail">What was seen, and what would mend it.</param>
internal sealed record Layer(string Name, LayerState State, string Detail);
