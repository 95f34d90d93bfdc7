namespace Judge.Protocol;

/// <summary>The last frame. Without it the judge did not finish, whatever its exit code says.</summary>
/// <param name="Verdict">Accepted when every test ran; else what kept them from running.</param>
/// <param name="Message">What kept them from running, in words; empty when every test ran.</param>
/// <param name="Clean">Whether the process looks as it did before its first request, so that another may follow.</param>
internal sealed record JudgeFinished(Verdict Verdict = Verdict.Accepted, string Message = "", bool Clean = false) : JudgeFrame
{
    /// <summary>The same for whoever asked, in one line: of an exception only what it says. Empty where the message is that already.</summary>
    public string Reason { get; init; } = "";
}
