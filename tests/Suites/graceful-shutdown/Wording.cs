namespace ConcurrencyKatas.GracefulShutdown.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Forgotten =
        "A customer who was let in was neither served to the end nor handed back. Keep customers on the list from TryEnter until they have been "
        + "served, also while a clerk is serving them and while the shop is being stopped.";

    public const string ServedAndReturned =
        "A customer was served to the end and handed back anyway. What counts is whether the service succeeded, not whether its token is cancelled.";

    public const string ServedTwice = "A service began more than once for the same customer, or a customer was handed back twice.";

    public const string Refused = "The shop was open, and TryEnter refused a customer.";

    public const string LetInTooLate = "StopAsync or DisposeAsync had been called, and TryEnter still let a customer in.";

    public const string RefusedAndServed = "TryEnter returned false, and the customer was served or handed back anyway.";

    public const string Order = "The customers who were handed back are not in the order in which they entered.";

    public const string Mistaken =
        "Two customers were equal, and the wrong one was taken off the list: the later one had been served, but the earlier one was removed. Remove "
        + "the entry of the customer who was served; do not search for one that is equal.";

    public const string Stranger = "A customer was handed back who had not entered this shop. Nothing that belongs to one shop may be static.";

    public const string ServiceOrder = "Customers were not served in the order in which they entered.";

    public const string AfterTheEnd = "Something still went on after the end. The stop ends when the last service has ended, not before.";

    public const string Overcrowded = "More customers were being served at once than there are clerks.";

    public const string IdleClerk = "A clerk was idle while a customer waited.";

    public const string DrainLate = "The shop was to be drained, and did not end when the last customer had been served.";

    public const string NotDrained = "The shop was to be drained, and a customer inside was not served.";

    public const string CancelledTooSoon = "A customer was cancelled before the grace was over.";

    public const string NotCancelled =
        "The grace was over, and a service that was still running was not cancelled at that moment. The grace is counted once, from the stop.";

    public const string BegunAfterTheGrace = "A service began after the grace was over.";

    public const string NotAbandoned =
        "Nobody had stopped the shop, and DisposeAsync ended later than the running service, cancelled at once, would have ended. It should cancel what is being served "
        + "at once, and await no more than that.";

    public const string BegunAfterTheDisposal =
        "Nobody had stopped the shop, and after DisposeAsync was called, another service began. It should cancel the running services, await them, and "
        + "begin no others.";

    public const string NotWhoIsLeft = "The customers who were handed back are not those who entered and were not served to the end.";

    public const string NotAwaited = "The stop ended while a service was still running. A service that is cancelled may clean up: await it.";

    public const string EndLate =
        "The stop did not end when the last service had ended. The grace is a limit: if all is done sooner, the stop ends sooner.";

    public const string Blocked = "The caller's thread was blocked, or a service ran on it. Let the clerks work on the pool, and await the end.";

    public const string CancelsOnItsCaller =
        "StopAsync did not return its task at once: what a service does when it is cancelled ran on the caller's thread, inside Cancel. CancelAfter "
        + "and CancelAsync run it on the thread pool.";

    public const string ClerkLost =
        "A service failed, and others were not served as they should have been afterwards. A failure must not end the clerk's loop.";

    public const string FailedIsReturned =
        "A service failed, and its customer was not handed back. A failed service does not count as served to the end.";

    public const string Threw = "StopAsync or DisposeAsync threw. A failed service affects its own customer and nobody else.";

    public const string TwoEnds =
        "The shop was stopped or disposed of more than once, and the calls did not all end at the same moment with the same list. There is one end, "
        + "that of the first call.";
}
