namespace Interleaving.Weaving;

/// <summary>Something of the platform that the program uses and the engine cannot control.</summary>
/// <param name="Api">The member or attribute, by its full name: <c>System.Threading.Barrier.SignalAndWait</c>.</param>
/// <param name="File">The source file; empty without debug information.</param>
/// <param name="Line">The line, from 1; 0 without debug information.</param>
internal sealed record Unsupported(string Api, string File, int Line)
{
    public override string ToString() => Line == 0
        ? $"unsupported: {Api}"
        : FormattableString.Invariant($"unsupported: {Api} at {File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}");
}
