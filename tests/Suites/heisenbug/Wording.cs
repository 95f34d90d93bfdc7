namespace ConcurrencyKatas.Heisenbug.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Frozen =
        "The loop stood still while the bank was asked or charged: its only thread was blocked (.Result, Wait()). Await the bank; a lock must not be held meanwhile.";

    public const string Slow = "The price came later than the bank gave it.";

    public const string Price = "A caller was told a price that is not the bank's.";

    public const string Remembered = "The price was already known, and asking for it took time again.";

    public const string AskedAgain =
        "The bank was asked for the price more often or less often than needed. It is asked once for all callers, also for those who call at the "
        + "same time, and once more after a question that failed. Keep the task, not only its result.";

    public const string FreeEvening =
        "The bank said that a seat costs nothing, and was asked again. A price of 0 is known like any other: whether the bank has answered is a "
        + "different question from what it said.";

    public const string Failure = "The bank's exception did not come out as it was thrown.";

    public const string FailureForAll =
        "Several callers waited for the same question to the bank, it failed, and not all of them got its exception. All who share a question share "
        + "its failure; only callers who come later ask again.";

    public const string FailureKept = "The question for the price had failed, and the bank was not asked again: later callers got the old failure.";

    public const string SoldTwice =
        "There were more sales or charges than seats. Checking that a seat is free and taking it must be one step, before the charge: others may "
        + "come while the bank is busy.";

    public const string Unsold = "A seat was free, and a buyer did not get it.";

    public const string OneByOne = "Two charges did not overlap: the second one waited for the first. Hold no lock while the bank is busy.";

    public const string SeatKept = "A charge failed, and its seat was not free for a later buyer. Give it back on every way out except success.";

    public const string SeatKeptWithoutPrice =
        "Asking for the price failed for a buyer, so nothing was charged, and the seat was not free for a later buyer. Give it back on every way "
        + "out except success.";

    public const string Untold =
        "The last seat was sold, and a caller of WhenSoldOutAsync was not told. Checking whether it is sold out and registering must be one step, "
        + "or the sale falls in between.";

    public const string ToldTooSoon = "A caller was told that it is sold out before the last seat had been paid for.";

    public const string Shared = "Two offices were used, and one got what belonged to the other. Nothing of an office may be static.";

    public const string Charged = "The buyers who were charged, at the bank's price, are not exactly those who bought.";
}
