namespace Interleaving.Strategies;

/// <summary>The decisions of an execution from its beginning to some point, shared with all that begin the same way.</summary>
/// <param name="Before">The decisions before; null for the first.</param>
/// <param name="Depth">How many come before.</param>
/// <param name="Target">The id of the operation that was picked.</param>
internal sealed record Decision(Decision? Before, int Depth, int Target)
{
    /// <summary>The targets in order, into <paramref name="targets"/>.</summary>
    public static void Unroll(Decision? last, List<int> targets)
    {
        targets.Clear();
        for (var at = last; at is not null; at = at.Before)
            targets.Add(at.Target);
        targets.Reverse();
    }
}
