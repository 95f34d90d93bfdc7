namespace ConcurrencyKatas.Nursery.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string LeftBehind =
        "The nursery ended while a child or the body was still running. Wait until the last one has ended, after a failure and after a cancellation "
        + "too.";

    public const string EndsLate = "The nursery did not end when the body and all children had ended.";

    public const string CalledHomeForNothing = "A child was cancelled although nothing had failed and nobody had cancelled.";

    public const string CancelledForNothing =
        "Token was cancelled, during the nursery or at its end, although nothing had failed and nobody had cancelled. Callbacks that are registered "
        + "with it would hear of a failure that never happened.";

    public const string Blocked = "RunAsync blocked the thread that called it. Await what you wait for.";

    public const string NotOnce = "A child that was started did not run exactly once.";

    public const string NothingWrong = "The nursery ended with an exception although nothing had failed and nobody had cancelled.";

    public const string NotCalledHome =
        "A child or the body failed, and the others were not cancelled at that moment. Cancel the common token as soon as one fails, whatever else "
        + "you are waiting for.";

    public const string NotTheFirst =
        "RunAsync did not throw the first failure in time, the object that was thrown. The order in which children were started does not matter, and "
        + "what the others throw because they were cancelled does not count. Record the first failure before you cancel the others.";

    public const string LastFailureLost =
        "The last one to end, a child or the body, was the only one to fail, and RunAsync did not throw its failure, the object that was thrown. Record a failure before "
        + "you let the nursery end.";

    public const string EscapedFromStart = "A child's exception came out of Start. It belongs to the nursery; the caller of Start goes on.";

    public const string GrandchildLost = "A child that was started by a child had not run and ended when the nursery ended. More may come while you wait.";

    public const string LostAtTheEnd =
        "Start accepted a child while the last of the others was ending, and the nursery ended before that child did. Decide in one step whether "
        + "the nursery has ended or another child has come.";

    public const string Refused = "Start refused a child although the nursery had not ended.";

    public const string RefusedOnTheWayHome =
        "Token was cancelled, and Start refused a child although the nursery had not ended. Only its end closes a nursery: a task that cleans up "
        + "may need to start another.";

    public const string AcceptedAfterTheEnd = "The nursery had ended, and Start did not throw InvalidOperationException.";

    public const string RunAfterTheEnd = "Start refused a child and ran it anyway, or ran a child that nobody was left to wait for.";

    public const string CancelledLate = "The caller cancelled, and the body or a child was not cancelled at that moment.";

    public const string NotCancelled = "The caller cancelled, everything ended, and no OperationCanceledException came out.";

    public const string OwnTokenIsAnEcho =
        "The caller cancelled, and what came out carries the token of a child that waited with a token of its own, linked to the nursery's. That "
        + "child was cancelled like the others: what counts is whether the nursery was cancelled, not which token the exception carries.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, so the caller cannot tell its own cancellation from somebody else's "
        + "timeout.";

    public const string TimeOutLost =
        "A child ended with an OperationCanceledException although nothing had been cancelled. That is a failure like any other: it comes out as it "
        + "was thrown, and cancels the others.";

    public const string NotApart = "Two nurseries were open at once, and one affected the other. Nothing that belongs to a nursery may be static.";
}
