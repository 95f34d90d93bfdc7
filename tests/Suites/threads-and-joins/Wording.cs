namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string TooSlow =
        "All errands together took longer than the longest of them, so some had to wait for others. Start all of them before you join the first, "
        + "and hold nothing while an errand runs.";

    public const string Thread = "An errand did not have its own thread: it ran on the caller's thread, or on the thread of a different errand.";

    public const string Pool =
        "An errand ran on a thread of the pool. The pool has as many threads as there are cores, and adds more only slowly. Give each errand its "
        + "own thread.";

    public const string Calls =
        "Two calls of RunAll at the same time took longer than either of them alone. Nothing that belongs to one call may be static.";

    public const string Nothing = "No errands: there is nothing to run and nothing to log, and the result is an empty array.";

    public const string Lines =
        "The log does not have exactly two lines for each errand, \"start\" before its \"end\", with the errand's place in the list.";

    public const string StartLate = "An errand had begun before its \"start\" was in the log.";

    public const string EndEarly = "An \"end\" was logged before its errand had ended.";

    public const string Held =
        "A line was not written when it was due: an errand began or ended, and could not use the log. Hold the log for one line, not for a whole "
        + "errand.";

    public const string Pencil =
        "Two calls of RunAll, each with its own log, waited for each other to write. The lock for a log belongs to the call, not to the class.";

    public const string Early = "RunAll returned while an errand was still running, or before its \"end\" was logged.";

    public const string Afterwards = "RunAll had returned, and something still went on.";

    public const string EarlyAfterFailure =
        "An errand failed, and RunAll returned while a different one was still running. Join all of them first, then throw.";

    public const string NotOnce = "Some errand was not run exactly once. A failure does not stop the other errands, and nothing is tried again.";

    public const string First = "Several errands failed, and the exception that came out is not that of the one that is first in the list.";

    public const string Same = "An errand failed, and the exception that came out of RunAll is not the one that the errand threw.";

    public const string EndAfterFailure = "The \"end\" of an errand that failed is missing in the log. It has ended as well.";

    public const string Innocent = "No errand of this call failed, and an exception came out of it. It belongs to a different call.";

    public const string Order = "A result is not at the place of its errand.";
}
