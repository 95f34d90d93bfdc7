namespace ConcurrencyKatas.TakeTurns.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Held =
        "The loop was held for 100 ms or more without a break. Look at the clock before each voucher: after 50 ms or more, the others go first. "
        + "An await of something that is finished already gives nobody a turn, and a number of vouchers says nothing about their length.";

    public const string HeldBesideAnother =
        "There were two loops, each with a call of its own, and one of the loops was held longer than without the other. How long a call has been at the window "
        + "belongs to that call: what is shared by all calls is set back by another one.";

    public const string Late =
        "Something that became due on the loop had to wait for 100 ms or more. Giving way means going to the end of the loop's queue, "
        + "behind everybody who waits there already.";

    public const string NotInTurn =
        "Two calls on one loop did not take turns: the second began its first voucher only after the first had computed for 100 ms or more.";

    public const string NoTurn =
        "It computed for a long time, and nobody else got a turn. Before anything else, it must give way.";

    public const string Strayed =
        "A voucher was handled beside the loop: on a different thread, or where the loop is not the current SynchronizationContext. "
        + "Task.Run and ConfigureAwait(false) leave the loop; what handle touches belongs to the loop's thread.";

    public const string Pauses =
        "Handling took longer than the vouchers compute. A turn takes no time by itself, a pause (Task.Delay) does.";

    public const string TooFast = "Handling took less time than the vouchers compute, so not all of them were handled one after another.";

    public const string TooOften =
        "It gave way more often than once for each 50 ms of computing (and once at each end). A turn costs something: let the "
        + "watch say when it is time.";

    public const string OthersCounted =
        "Others computed on the loop in between, and it gave way more often than once for each 50 ms of its own computing. "
        + "Its time at the window begins when it is back there, not when it leaves.";

    public const string NotEachOnce =
        "The vouchers were not handled once each, in the order of the list. A voucher that comes twice is handled twice.";

    public const string Sum = "The result is not the sum of what handle returned for the vouchers of this call.";

    public const string NotCancelled =
        "The token was cancelled before the last voucher was begun, and no OperationCanceledException came out. Cancelled is not done.";

    public const string OtherToken = "The OperationCanceledException does not carry the caller's token.";

    public const string BegunAfterwards =
        "The token was cancelled, and after that a voucher was begun. Ask the token before each voucher, and after a turn of the others.";

    public const string FailureHidden = "handle threw an exception, and what the caller got was a different one, or none.";

    public const string IntoTheLoop =
        "handle threw an exception, and it went out of a callback into the loop. It belongs to the task that the caller awaits, whichever turn it was.";

    public const string HandledAfterwards = "handle threw an exception, and after that a voucher was handled.";
}
