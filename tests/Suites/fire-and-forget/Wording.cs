namespace ConcurrencyKatas.FireAndForget.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string StartWaits =
        "Start did not return at once. Until its first await, work is an ordinary call on the caller's thread: hand it to the pool.";

    public const string HoldsTheLoop =
        "Work that was started from a one-thread loop held that loop up: Start returned, but the work ran on the loop later. Run it on the pool.";

    public const string HoldsTheScheduler =
        "Work was started from a task on a scheduler that runs one task at a time, and the work held that scheduler up: Task.Factory.StartNew uses the scheduler "
        + "of its caller. Task.Run always takes the thread pool.";

    public const string StartWaitsForReport =
        "Start did not return at once while a failure was being reported. Call failed without holding the lock that Start needs.";

    public const string NotReported =
        "Work failed, and failed was not called once for it, at that moment. Each piece of work must be awaited somewhere, from its start on.";

    public const string ReportedLate =
        "A failure was reported, but not at the moment when the work failed. Report it where it is caught, and wait for nothing else first.";

    public const string OtherException = "A failure was reported with the wrong exception: not the one that the work threw, or one that wraps it.";

    public const string OtherName = "A failure was reported under the wrong name. Each piece of work keeps its own name until it ends.";

    public const string ReportedAndFine = "Work that did not fail was reported: it succeeded or was cancelled. A cancellation is not a failure.";

    public const string Escaped = "The exception of the work came out of Start. It belongs in the report: the caller of Start has moved on.";

    public const string ReportHarms =
        "A report threw, and because of it another failure was not reported, or the disposal did not end as it should. Catch what each report "
        + "throws, separately.";

    public const string Mixed = "A failure of one Background was reported to another one. What belongs to an instance must not be static.";

    public const string NotDrained = "The disposal ended before all the work that was started had ended. Wait for everything that you start.";

    public const string EndsLate =
        "The disposal did not end when the last work had ended. Let the work run at the same time, and await its end instead of polling for it.";

    public const string ReportNotAwaited =
        "The disposal ended while a failure was still being reported. The report is the last part of the work: await it too.";

    public const string SecondDoesNotWait =
        "It was disposed of more than once, and one of the disposals did not end together with the others. All of them wait for the same end.";

    public const string DisposalThrows = "DisposeAsync threw. Failures have been reported already; the disposal only waits.";

    public const string DisposalBlocks = "DisposeAsync blocked the thread that called it. It should return a task at once, for the caller to await.";

    public const string OtherDisposal = "The disposal of one Background waited for the work of another one. What belongs to an instance must not be static.";

    public const string NeitherNor =
        "Start was called at the same time as DisposeAsync and returned as if all were well, and the disposal did not wait for the work. Checking "
        + "that it is open and adding the work must be one step, and so must closing it and reading what has been added.";

    public const string RefusedAndRun = "Start threw ObjectDisposedException, and the work ran anyway. Check first, start afterwards.";

    public const string Accepted = "DisposeAsync had been called, and Start did not throw ObjectDisposedException.";

    public const string RefusedByMistake = "Start refused work although nobody had disposed of this Background.";

    public const string NotOnce = "Work that was started did not run exactly once.";
}
