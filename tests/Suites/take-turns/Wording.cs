namespace ConcurrencyKatas.TakeTurns.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Held =
        "The loop was held for 100 ms or more without a break. Look at the clock before each voucher, and let the others go first after 50 ms or "
        + "more. Awaiting something that has already finished gives nobody a turn, and the number of vouchers does not tell how long they take.";

    public const string HeldBesideAnother =
        "Two loops ran, each with its own call, and one loop was held longer than it is without the other. The time since the last turn belongs to "
        + "one call: if all calls share it, another call resets it.";

    public const string Late =
        "Something became due on the loop and had to wait for 100 ms or more. Giving way means going to the end of the loop's queue, behind "
        + "everything that is waiting there.";

    public const string NotInTurn =
        "Two calls on one loop did not take turns: the second began its first voucher only after the first had computed for 100 ms or more.";

    public const string NoTurn = "It computed for a long time, and nothing else got a turn. It must give way before it does anything else.";

    public const string Strayed =
        "A voucher was not handled on the loop: it ran on a different thread, or the loop was not the current SynchronizationContext. Task.Run and "
        + "ConfigureAwait(false) leave the loop; what handle touches belongs to the loop's thread.";

    public const string Pauses = "Handling took longer than the vouchers compute. Giving way takes no time by itself; a pause (Task.Delay) does.";

    public const string TooFast = "Handling took less time than the vouchers compute, so not all of them were handled one after another.";

    public const string TooOften =
        "It gave way more often than once for each 50 ms of computing (and once at each end). Every turn costs something: use a watch to see when "
        + "it is time.";

    public const string OthersCounted =
        "Others computed on the loop in between, and it gave way more often than once for each 50 ms of its own computing. Start the clock when it "
        + "is back on the loop, not when it leaves.";

    public const string NotEachOnce =
        "The vouchers were not handled once each, in the order of the list. A voucher that comes twice is handled twice.";

    public const string Sum = "The result is not the sum of what handle returned for the vouchers of this call.";

    public const string NotCancelled = "The token was cancelled before the last voucher was begun, and no OperationCanceledException came out.";

    public const string OtherToken = "The OperationCanceledException does not carry the caller's token.";

    public const string BegunAfterwards =
        "A voucher was begun after the token had been cancelled. Check the token before each voucher, and after giving way.";

    public const string FailureHidden = "handle threw an exception, and the caller got a different one, or none.";

    public const string IntoTheLoop =
        "handle threw an exception, and it came out of a callback on the loop. It belongs to the task that the caller awaits.";

    public const string NoTask =
        "handle threw an exception, and HandleAsync itself threw it instead of returning a task that fails with it. What an async method throws is kept "
        + "in its task.";

    public const string HandledAfterwards = "handle threw an exception, and after that a voucher was handled.";
}
