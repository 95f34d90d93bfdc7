namespace ConcurrencyKatas.Nursery.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string LeftBehind =
        "The nursery ended while a child or the body was still at work. Nobody goes home before the last is back: not after a failure, and not after "
        + "a cancellation either.";

    public const string EndsLate = "The nursery did not end at the instant at which the last of the body and the children had ended.";

    public const string CalledHomeForNothing = "Nobody had failed and nobody had cancelled, and yet a child was called home.";

    public const string CancelledForNothing =
        "Nobody had failed and nobody had cancelled, and yet Token was cancelled, during the nursery or at its end. Whoever has registered with it is told of a "
        + "failure that there never was.";

    public const string Blocked = "RunAsync blocked the thread that called it. Await what you wait for.";

    public const string NotOnce = "A child that was started did not run exactly once.";

    public const string NothingWrong = "Nobody failed and nobody cancelled, and yet the nursery ended with an exception.";

    public const string NotCalledHome =
        "A failure came, and a sibling or the body was not told at that instant. Whoever watches over a task cancels the common token as soon as it fails, "
        + "whatever else is being waited for.";

    public const string NotTheFirst =
        "What came out was not the failure that came first in time, as it was thrown. The order in which children were started says nothing; "
        + "what siblings throw because they are called home is not it; and it is noted before the others are told.";

    public const string EscapedFromStart = "The exception of a child came out of Start. It belongs to the nursery, and whoever starts a child goes on.";

    public const string GrandchildLost =
        "A child that was started by a child was not waited for. The list may still grow while you wait for it.";

    public const string Refused = "The nursery had not ended, and yet Start refused a child.";

    public const string RefusedOnTheWayHome =
        "Token was cancelled, but the nursery had not ended, and yet Start refused a child. Only its end closes a nursery: whoever cleans up may need help.";

    public const string AcceptedAfterTheEnd = "The nursery had ended, and Start did not throw InvalidOperationException.";

    public const string RunAfterTheEnd = "Start refused a child and ran it all the same, or ran a child that nobody was left to wait for.";

    public const string CancelledLate = "The caller cancelled, and the body or a child was not told at that instant.";

    public const string NotCancelled = "The caller cancelled, everybody came home, and no OperationCanceledException came out.";

    public const string OwnTokenIsAnEcho =
        "The caller cancelled, and a child that waited with a token of its own, linked to the nursery's, was taken for a failure. It was called home like the others: "
        + "what counts is whether somebody had cancelled, and not which token the exception carries.";

    public const string ForeignToken =
        "The OperationCanceledException does not carry the caller's token, so the caller cannot tell its own cancellation from somebody else's time-out.";

    public const string TimeOutLost =
        "A child ended with an OperationCanceledException although nobody had cancelled. That is a failure like any other: it comes out as it was thrown, and "
        + "calls the others home.";

    public const string NotApart = "What happened in one nursery was felt in another one. What belongs to a nursery must not be static.";
}
