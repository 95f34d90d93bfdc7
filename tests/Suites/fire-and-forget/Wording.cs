namespace ConcurrencyKatas.FireAndForget.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string StartWaits =
        "Start did not return at once. Until its first await, work is an ordinary call on the thread of whoever makes it: hand it to the pool.";

    public const string HoldsTheLoop =
        "Work that was started from a one-thread loop held that loop up. Start returned, but the work ran on the loop later on: it belongs on the pool.";

    public const string HoldsTheScheduler =
        "Work was started from a task on a scheduler that runs one task at a time, and the work held that scheduler up: Task.Factory.StartNew uses the scheduler "
        + "of its caller. Task.Run always takes the thread pool.";

    public const string StartWaitsForReport =
        "Start did not return at once while a failure was being reported. Call failed without holding the lock that Start needs.";

    public const string NotReported =
        "Work has failed, and failed was not told of it, once, when it happened. Somebody has to await each piece of work, from its start on.";

    public const string ReportedLate =
        "A failure was reported, but not at the instant at which the work failed. Report it where it is caught, and not when something else is over.";

    public const string OtherException = "A failure was reported with another exception than the one that the work threw, or with one wrapped around it.";

    public const string OtherName = "A failure was reported under a name that is not its own. Each piece of work keeps its own name until its end.";

    public const string ReportedAndFine = "Work that has not failed was reported: it ended well, or was cancelled, and a cancellation is no failure.";

    public const string Escaped = "The exception of the work came out of Start. Whoever starts something in passing is not the one who hears of its failure.";

    public const string ReportHarms =
        "A report that throws has done harm: another failure was not reported, or the disposal did not end as it should. Guard each report by itself.";

    public const string Mixed = "A failure of one Background was reported to another one. What belongs to an instance must not be static.";

    public const string NotDrained =
        "The disposal ended before all work that was started had ended: whoever starts something must see it end.";

    public const string EndsLate =
        "The disposal did not end at the instant at which the last work had ended. Pieces of work run side by side, and their end is awaited, "
        + "not looked for every now and then.";

    public const string ReportNotAwaited =
        "The disposal ended while a failure was still being reported. The report is the last part of the work, and awaited with it.";

    public const string SecondDoesNotWait =
        "It was disposed more than once, and one of the disposals did not end together with the others. Each must wait for the same end.";

    public const string DisposalThrows = "DisposeAsync threw. Failures have been reported already; the disposal only waits.";

    public const string DisposalBlocks = "DisposeAsync blocked the thread that called it. It should return a task at once, and whoever likes awaits it.";

    public const string OtherDisposal = "The disposal of one Background waited for the work of another one. What belongs to an instance must not be static.";

    public const string NeitherNor =
        "Start came beside DisposeAsync, returned as if all were well, and the disposal did not wait for the work. Asking whether it is closed and "
        + "entering the work must be one step, and so must closing and looking at what has been entered.";

    public const string RefusedAndRun = "Start threw ObjectDisposedException, and the work ran all the same. Refuse first, start afterwards.";

    public const string Accepted = "The disposal had begun, and Start did not throw ObjectDisposedException.";

    public const string RefusedByMistake = "Nobody had disposed this Background, and yet Start refused work.";

    public const string NotOnce = "Work that was started did not run exactly once.";
}
