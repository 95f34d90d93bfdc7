namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string TooSlow =
        "All errands together took longer than the longest of them: somebody had to wait for somebody else. Start all of them before you join "
        + "the first, and hold nothing while an errand is under way.";

    public const string Thread =
        "An errand did not have a thread of its own: it ran on the caller's thread, or on one that another errand had.";

    public const string Pool =
        "An errand ran on a thread of the pool. The pool has as many threads as there are cores, and makes more only slowly: each errand needs a thread "
        + "of its own.";

    public const string Calls =
        "Two calls of RunAll at the same time took longer than either of them alone. What belongs to a call must not be static.";

    public const string Nothing = "No errands: there is nothing to run and nothing to log, and the result is an empty array.";

    public const string Lines =
        "The log does not have exactly two lines for each errand, \"start\" before its \"end\", with the errand's place in the list.";

    public const string StartLate = "An errand had begun before its \"start\" was in the log.";

    public const string EndEarly = "An \"end\" was logged before its errand had ended.";

    public const string Held =
        "A line was not written when it was due: an errand had begun or had ended, and could not get at the log. The log is needed for as long as one "
        + "line takes, and not for as long as an errand takes.";

    public const string Pencil =
        "Two calls of RunAll, each with a log of its own, waited for each other while they wrote. The lock for a log belongs to the call, "
        + "not to the class.";

    public const string Early = "RunAll came back while an errand was still under way, or before its \"end\" was logged.";

    public const string Afterwards = "RunAll had come back, and something still went on afterwards.";

    public const string EarlyAfterFailure =
        "An errand failed, and RunAll came back while another one was still under way. Join all of them first, and throw then.";

    public const string NotOnce = "Some errand was not run exactly once. A failure of one errand stops no other, and nothing is tried again.";

    public const string First = "Several errands failed, and what came out was not the failure of the one that stands first in the list.";

    public const string Same = "An errand failed, and what came out of RunAll was not the very exception that the errand threw.";

    public const string EndAfterFailure = "An errand that fails has ended as well: its \"end\" is missing in the log.";

    public const string Innocent = "No errand of this call failed, and yet an exception came out of it: it belongs to another call.";

    public const string Order = "A result does not stand where its errand stands.";
}
