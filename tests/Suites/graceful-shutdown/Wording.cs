namespace ConcurrencyKatas.GracefulShutdown.Suite;

/// <summary>What a failed check tells the student: what happened and why, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Forgotten =
        "A customer who was let in was neither served to the end nor handed back. Whoever has entered stays on the list until they have been served: also while "
        + "a clerk holds them, and at the instant of the stop.";

    public const string ServedAndReturned =
        "A customer was served to the end and handed back all the same. It does not count whether the token is cancelled, but whether the service has ended well.";

    public const string ServedTwice = "A customer was begun with more than once.";

    public const string Refused = "The shop was open, and TryEnter refused a customer.";

    public const string LetInTooLate = "StopAsync or DisposeAsync had been called, and TryEnter still let a customer in.";

    public const string RefusedAndServed = "TryEnter returned false, and the customer was served or handed back. False means neither.";

    public const string Order = "Those who are handed back do not stand in the order in which they entered.";

    public const string Mistaken =
        "Of two equal customers, the wrong one was taken off the list: the later one had been served, and the list goes on as if it had been the earlier one. "
        + "Take off the very entry of the one who has been served, and do not look for one that is equal.";

    public const string Stranger = "Somebody was handed back who had not entered. What belongs to a shop must not be static.";

    public const string ServiceOrder = "Customers are served in the order in which they entered.";

    public const string AfterTheEnd = "Something went on after the end: the end comes when the last service has ended, and not before.";

    public const string Overcrowded = "More customers were being served at once than there are clerks.";

    public const string IdleClerk = "A clerk stood idle while somebody waited.";

    public const string DrainLate = "The shop was to be drained, and did not end at the instant at which the last customer had been served.";

    public const string NotDrained = "The shop was to be drained, and somebody inside was not served.";

    public const string CancelledTooSoon = "A customer was cancelled before the grace was over.";

    public const string NotCancelled = "When the grace was over, whoever was being served was not cancelled at that instant. The grace is counted once, from the stop on.";

    public const string BegunAfterTheGrace = "The grace was over, and somebody was begun with afterwards.";

    public const string NotAbandoned =
        "Nobody had stopped the shop, and the disposal did not abandon it: whoever is being served is cancelled at once and awaited, and nobody else is begun with.";

    public const string NotWhoIsLeft = "Those who are handed back are not those who were inside and had not been served to the end.";

    public const string NotAwaited = "The end came while a service was still going on. Whoever is cancelled cleans up, and is awaited.";

    public const string EndLate = "It did not end at the instant at which the last service had ended. The grace is a limit, and nobody waits it out for its own sake.";

    public const string Blocked = "The thread that called was blocked, or held up by a service: clerks work on the pool, and the end is awaited.";

    public const string CancelsOnItsCaller =
        "StopAsync did not give its task back at once: what a service does when it is cancelled was done on the thread of the caller, inside of "
        + "Cancel. CancelAfter and CancelAsync do it on the thread pool.";

    public const string ClerkLost = "A service failed, and a clerk was lost with it: others were not served as they should have been.";

    public const string FailedIsReturned = "A service failed, and the customer was not handed back: not served to the end without a failure.";

    public const string Threw = "StopAsync or DisposeAsync threw. What a service throws costs its customer, and nobody else.";

    public const string TwoEnds = "It was stopped or disposed more than once, and not everybody saw the same end: the instant, and the list, of whoever came first.";
}
