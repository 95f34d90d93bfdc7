namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Overlap =
        "There was a worker for each read, and together they took longer than the longest of them: blocking calls on different "
        + "workers can wait at the same time. Start them all before you wait for the first.";

    public const string Frozen =
        "The loop stood still while a read was going on: its only thread was inside the driver, or blocked in some other way "
        + "(.Result, .Wait(), Thread.Sleep). async on a method moves no work to another thread by itself.";

    public const string Queued =
        "The loop stood still while there were more reads than workers. Waiting for a free worker must be an await, not a block: "
        + "SemaphoreSlim has a Wait for each of the two.";

    public const string Crowded =
        "More calls were inside the driver than there are workers. The bound belongs to the hub: every read has to pass "
        + "it, from whichever method and batch it comes.";

    public const string Idle =
        "A worker stood idle while reads were waiting. Do not wait for a whole group before you start the next: each "
        + "read that ends makes room for one more.";

    public const string IdleBetweenBatches =
        "Two batches were asked for at once, and a worker stood idle while reads of one of them were waiting. Batches take no turns: whichever read "
        + "waits gets the worker that is free.";

    public const string AskedOnce = "A batch named a sensor twice, and the driver was not asked for it twice. A reading is the answer to one read.";

    public const string LostAtTheTurn =
        "A read was cancelled at the moment at which a worker became free, and a minute later the next read was still waiting: that worker was lost. "
        + "From the moment at which a read has its worker, every way out must give it back.";

    public const string SharedHub =
        "Two hubs were used at once, and one of them used the workers of the other. Workers belong to one hub: nothing of them may be static.";

    public const string Stale = "A sensor was read twice, and the second reading was not the driver's second answer.";

    public const string Order =
        "A reading is at the place of a different sensor. The order in which workers finish says nothing about the order in which the caller asked.";

    public const string Error =
        "The driver's exception did not reach the caller as it was thrown: it was swallowed, replaced by a default, or wrapped.";

    public const string Leak =
        "After reads that failed, fewer reads could run than there are workers. Every read gives its worker back, on every way out.";

    public const string NotCancelled =
        "The caller cancelled before its read had a worker, and the call did not end with an OperationCanceledException.";

    public const string LateCancellation =
        "A read that was cancelled while it waited ended as cancelled, but not at once: it still waited for somebody else's read. Pass the token to "
        + "the wait for a worker.";

    public const string Bystander = "One caller's cancellation changed the reading of another.";

    public const string Unwanted =
        "The driver was asked for a reading that its caller had given up before there was a worker for it.";

    public const string Abandoned =
        "A read was cancelled while it was inside the driver, and its worker was given to the next one at once. The driver "
        + "cannot be interrupted: until the call comes back, its worker is not free.";

    public const string Counterfeit =
        "A read was cancelled before it had a worker, and afterwards the number of free workers was wrong. Such a read has no worker to give back: "
        + "acquire before the try, release in its finally.";
}
