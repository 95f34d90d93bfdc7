using Interleaving.Models;

namespace Interleaving.Weaving;

/// <summary>Something of the platform that the program uses and the engine cannot control.</summary>
/// <param name="Api">The member or attribute, by its full name: <c>System.Threading.Barrier.SignalAndWait</c>.</param>
/// <param name="File">The source file; empty without debug information.</param>
/// <param name="Line">The line, from 1; 0 without debug information.</param>
internal sealed record Unsupported(string Api, string File, int Line)
{
    /// <summary>What it is, where, why it is refused, and what to use instead.</summary>
    public override string ToString() => RedirectTable.RefusalOf(Api).Of(
        Api, Line == 0 ? "" : FormattableString.Invariant($" at {File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}"));
}
