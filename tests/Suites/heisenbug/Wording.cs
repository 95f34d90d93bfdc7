namespace ConcurrencyKatas.Heisenbug.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Frozen =
        "The loop stood still while the bank was asked or charged: its only thread was blocked (.Result, Wait()). Await the bank; a lock must not be held meanwhile.";

    public const string Slow = "The price came later than the bank gave it.";

    public const string Price = "Somebody was told another price than the bank's.";

    public const string Remembered = "The price was known, and to ask for it took time again.";

    public const string AskedAgain =
        "The bank was asked for the price more or less often than needed: once for all who ask, also at the same time, and once more after a question that "
        + "failed. Keep the task, not only its result.";

    public const string Failure = "The bank's exception did not come out as it was thrown.";

    public const string FailureForAll =
        "Several waited for one question for the price, it failed, and not all of them were told of its failure: each of them gets that failure, and only who comes "
        + "later asks again.";

    public const string FailureKept = "The question for the price had failed, and nobody asked the bank again: everybody was told of the old failure.";

    public const string SoldTwice =
        "There were more sales or charges than seats. \"Is there a seat?\" and taking it must be one step, before the charge: somebody may come while the bank is "
        + "busy.";

    public const string Unsold = "A seat was there, and whoever wanted it did not get it.";

    public const string OneByOne = "Two charges did not overlap: the second one waited for the first. No lock may be held while the bank is busy.";

    public const string SeatKept = "A charge failed, and its seat was not there for one who came later. Give it back on every way out but success.";

    public const string SeatKeptWithoutPrice =
        "A buyer's question for the price failed, so nothing was charged, and the seat was not there for one who came later. Give it back on every way out but "
        + "success.";

    public const string Untold =
        "The last seat was sold, and somebody who had asked to be told was not. To look whether it is sold out and to register must be one step, or the end falls "
        + "in between.";

    public const string ToldTooSoon = "Somebody was told that it is sold out before the last seat had been paid for.";

    public const string Shared = "Two offices were used, and one got what was the other's. Nothing of an office may be static.";

    public const string Charged = "Not exactly those were charged who bought, with the bank's price.";
}
