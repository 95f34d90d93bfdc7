namespace ConcurrencyKatas.ColdCoroutine.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Hot =
        "The body ran before anybody awaited the coroutine. To make it, to look at its state and to dispose of it is no await; only "
        + "GetAwaiter may call the body.";

    public const string NotAtTheAwait = "The coroutine was awaited, and its body did not begin at that instant.";

    public const string NotOneByOne =
        "Coroutines that were made first and then awaited one by one did not take the sum of their times. Each starts when it is awaited.";

    public const string RunAgain =
        "The body ran more than once. \"Nobody has started it\" and \"then I do\" must be one step, for all who await, on all threads.";

    public const string AnotherResult = "Somebody who awaited the coroutine did not get the result of its one run.";

    public const string SlowAgain = "A coroutine that had finished was awaited once more, and that took time. Its result is there already.";

    public const string OtherFailure =
        "The body failed, and somebody who awaited did not get the very exception that it threw: it was replaced, wrapped, or swallowed.";

    public const string FailedAgain = "The body failed, and it was run more than once. A failure is an end like any other: it is not tried again.";

    public const string NotCreated = "Nobody had awaited the coroutine, and its state was not Created.";

    public const string NotRunning = "The body had begun and not ended, and the state was not Running.";

    public const string NotFinished =
        "Somebody had awaited the coroutine and went on, and the state was not Finished. The state must be set before the task that they "
        + "await ends, on every way out of the body.";

    public const string Backwards = "Somebody on another thread saw the state go back: created, running, finished is the only order.";

    public const string Elsewhere =
        "The body did not run where it was awaited. It is called on the thread that awaits first, and on a loop it comes back to that loop.";

    public const string Blocked = "The coroutine blocked the thread that awaited it until the body was done. Its body has to be awaited, too.";

    public const string NotReported = "The coroutine was disposed of and had never been awaited, and its name was not reported exactly once.";

    public const string ReportedThough = "The coroutine had been awaited when it was disposed of, and yet it was reported. It need not be finished for that.";

    public const string StoppedByDispose = "Dispose changed what somebody got who awaited. It reports, and neither starts nor stops anything.";
}
