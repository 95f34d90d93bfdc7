namespace Interleaving.Scheduling;

/// <summary>Why an operation is blocked: what it waits for, and who has it.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Holder">
/// The one without whom the wait cannot end, asked when nobody can go on; null when nobody in particular holds it.
/// </param>
internal sealed record Wait(WaitKind Kind, Func<Operation?>? Holder = null)
{
    /// <summary>The objects that are waited for; empty where it is none.</summary>
    public IReadOnlyList<object> Targets { get; init; } = [];

    /// <summary>The operation, loop, type or call that is waited for, as it was called when the wait began; empty where it is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>How long a sleep lasts; below 0 for ever.</summary>
    public int Milliseconds { get; init; }

    /// <summary>Whether only something outside of control could end the wait: unless others wait for good, it is no deadlock but unsupported.</summary>
    public bool IsForeign => Kind == WaitKind.ForeignTask;

    /// <summary>Whether it is the holder's end that is waited for, and nothing that it holds.</summary>
    public bool IsForEnd => Kind == WaitKind.OperationEnd;
}
