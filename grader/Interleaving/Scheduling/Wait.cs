namespace Interleaving.Scheduling;

/// <summary>
/// Why an operation is blocked: what it waits for, in words ("the lock on Account#1"), and who has it.
/// </summary>
/// <param name="For">Reads after "waits for".</param>
/// <param name="Holder">
/// The one without whom the wait cannot end, asked when nobody can go on; null when nobody in particular holds it.
/// </param>
internal sealed record Wait(string For, Func<Operation?>? Holder = null)
{
    /// <summary>Whether only something outside of control could end the wait: unless others wait for good, it is no deadlock but unsupported.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether it is the holder's end that is waited for, and nothing that it holds.</summary>
    public bool IsForEnd { get; init; }
}
