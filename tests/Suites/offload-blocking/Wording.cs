namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Overlap =
        "Blocking calls on different workers wait at the same time, so together they take as long as the longest of "
        + "them. Yours took longer: one of them only started when another was over.";

    public const string Frozen =
        "The loop stood still. Its only thread was inside the driver, or blocked until a worker came back from it "
        + "(.Result, .Wait(), Thread.Sleep and friends). async on a method moves no work to another thread by itself.";

    public const string Queued =
        "The loop stood still as soon as there were more reads than workers: waiting for a free worker must be an "
        + "await, not a block. SemaphoreSlim has a Wait for each of the two.";

    public const string Crowded =
        "More calls were inside the driver than there are workers. The bound belongs to the hub: every read has to pass "
        + "it, from whichever method and batch it comes.";

    public const string Idle =
        "A worker stood idle while reads were waiting. Do not wait for a whole group before you start the next: each "
        + "read that ends makes room for one more.";

    public const string Order =
        "A reading stands at the place of another sensor. The order in which workers finish says nothing about the "
        + "order in which the caller asked.";

    public const string Error =
        "The driver's exception did not reach the caller as it was thrown. The caller cannot handle what is "
        + "swallowed, replaced by a default, or wrapped into something else.";

    public const string Leak =
        "After a read that failed, the next one never got its turn: the failed read kept its worker. Give the worker "
        + "back on every way out.";

    public const string NotCancelled =
        "The caller cancelled while its read was waiting for a worker, and was not told: such a read ends with an "
        + "OperationCanceledException.";

    public const string LateCancellation =
        "The read that was cancelled while it waited did end as cancelled, but not at once: the caller still had to wait "
        + "for somebody else's read. The waiting itself has to listen to the token.";

    public const string Bystander = "One caller's cancellation changed the reading of another.";

    public const string Unwanted =
        "The driver was asked for a reading that its caller had given up while it was waiting for a worker.";

    public const string Abandoned =
        "A read was cancelled while it was inside the driver, and its worker was given to the next one at once. The driver "
        + "cannot be interrupted: until the call comes back, its worker is not free.";

    public const string Counterfeit =
        "After a cancelled read, more calls were inside the driver than there are workers. That read gave back a worker it "
        + "never had: acquire before the try, release in its finally.";
}
