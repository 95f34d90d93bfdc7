namespace Grader.Judging.Sandboxes;

/// <summary>What a sandbox holds on this machine, as tried in a real judge.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Problem">Why no judge runs in it; empty when one does.</param>
/// <param name="Layers">What was tried; empty when no judge runs in it.</param>
internal sealed record Examination(SandboxKind Kind, string Problem, IReadOnlyList<Layer> Layers)
{
    /// <summary>Whether a submission of a stranger may be judged in it.</summary>
    public bool Holds => Problem.Length == 0 && Layers.Count > 0 && Layers.All(layer => layer.State != LayerState.Missing);
}
