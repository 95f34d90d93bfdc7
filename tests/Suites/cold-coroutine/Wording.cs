namespace ConcurrencyKatas.ColdCoroutine.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Hot =
        "The body ran before the coroutine was awaited. Creating it, reading its state and disposing of it must not run the body; only GetAwaiter "
        + "may.";

    public const string NotAtTheAwait = "The coroutine was awaited, and its body did not begin at that moment.";

    public const string NotOneByOne =
        "Coroutines were created first and then awaited one by one, and they did not take the sum of their times. Each one starts when it is "
        + "awaited.";

    public const string RunAgain =
        "The body ran more than once. Checking whether it has been started and starting it must be one step, for all who await, on all threads.";

    public const string AnotherResult = "A caller that awaited the coroutine did not get the result of its single run.";

    public const string SlowAgain = "A coroutine that had finished was awaited again, and that took time. Its result is already there.";

    public const string OtherFailure =
        "The body failed, and a caller that awaited it did not get the exception that it threw: it was replaced, wrapped or swallowed.";

    public const string FailedAgain = "The body failed and was run again. A failed run is finished, too: keep its exception, and do not retry.";

    public const string NotCreated = "Nobody had awaited the coroutine, and its state was not Created.";

    public const string NotRunning = "The body had begun and not ended, and the state was not Running.";

    public const string NotFinished =
        "An await of the coroutine had ended, and the state was not Finished. Set the state before you complete the task that others await, on "
        + "every way out of the body.";

    public const string Backwards = "Another thread saw the state go backwards. It goes from Created to Running to Finished, and never back.";

    public const string Elsewhere =
        "The body did not run where it was awaited. Call it on the thread that awaits first; on a loop, it must come back to that loop.";

    public const string Blocked = "The coroutine blocked the thread that awaited it until the body was done. Await the body instead.";

    public const string NotReported = "A coroutine that had never been awaited was disposed of, and its name was not reported exactly once.";

    public const string ReportedThough =
        "A coroutine was reported although it had been awaited before it was disposed of. It need not have finished.";

    public const string StoppedByDispose =
        "Dispose changed what a caller got from its await. Dispose only reports: it starts nothing and stops nothing.";
}
