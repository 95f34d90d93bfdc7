namespace ConcurrencyKatas.Gather.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Once = "Not every start was called exactly once. Call each of them once, whatever the others do.";

    public const string LateStart =
        "A start was called only after some time had passed. Call all of them first, and wait afterwards: what has not begun cannot overlap.";

    public const string Longest =
        "All starts were called at once, and the call did not end when the longest of them ended. Wait for all of them, and for nothing else.";

    public const string Several =
        "Two calls were going on at once, and one disturbed the other. What belongs to one call must not be static.";

    public const string Frozen =
        "The loop stood still while the call waited: its only thread was blocked. Wait with await, never with .Result, Wait or WaitAll.";
}
