namespace Interleaving.Strategies;

/// <summary>
/// A schedule, as the last of the choices in which it differs from the default one; at all other places, the default is
/// taken. However long an execution is, a branch off it is one such object.
/// </summary>
/// <param name="Before">The choices before; null for the first.</param>
/// <param name="Depth">How many choices, default or not, come before this one.</param>
/// <param name="Target">The id of the operation that is picked.</param>
internal sealed record Branch(Branch? Before, int Depth, int Target)
{
    /// <summary>The choices in order, into <paramref name="choices"/>.</summary>
    public static void Unroll(Branch? last, List<Branch> choices)
    {
        choices.Clear();
        for (var at = last; at is not null; at = at.Before)
            choices.Add(at);
        choices.Reverse();
    }
}
