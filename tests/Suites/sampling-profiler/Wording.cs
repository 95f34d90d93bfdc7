namespace ConcurrencyKatas.SamplingProfiler.Suite;

/// <summary>What a failed check tells the student: what was seen and why it matters, in the words of the idea, and never the hidden input.</summary>
internal static class Wording
{
    public const string Counts =
        "The counts are not those of one look at the end of each interval, up to the end of the duration. Every worker in a frame counts at each look, under its whole "
        + "stack; idle ones do not count.";

    public const string Idle = "A worker that was in no frame was counted, or reported to the listener.";

    public const string Late = "A worker was registered while the profiler was sampling, and the next look did not see it.";

    public const string Shared = "Two samplings, or two profilers, were mixed up. Each sampling counts for itself, and each profiler sees its own workers.";

    public const string NeverWas =
        "A stack was seen that the worker was never in. It was read while it was being changed, or put together from two moments.";

    public const string Restored = "After a frame was left, the stack was not what it had been before the frame was entered.";

    public const string LeftTwice = "A frame was left a second time, and that changed the stack. Disposing again does nothing.";

    public const string Drift =
        "The looks drifted: they did not come at multiples of the interval. The time that the listener takes belongs to the interval, and must not be added to it.";

    public const string OnePhotograph = "One look showed two workers at different moments. Look at all of them first, then call the listener.";

    public const string OneAtATime = "The listener was called while it was still busy with an earlier call.";

    public const string Observed =
        "A worker ended later with the profiler than without it. Hold no lock that a worker needs while you call somebody else's code.";

    public const string RegisterWaited = "Register had to wait while the listener ran. Hold no lock while you call somebody else's code.";

    public const string StackWaited = "Reading a probe's stack had to wait while the listener ran.";

    public const string EndsOnTime = "It did not end at the end of the duration.";

    public const string Swallowed = "The caller cancelled, and the sampling did not end with an OperationCanceledException.";

    public const string ForeignToken = "The OperationCanceledException does not carry the caller's token, so the caller cannot tell its own cancellation from another.";

    public const string Slow =
        "The caller cancelled, and the sampling did not end at that moment. Pass the token to whatever waits for the next look.";

    public const string SlowAfterTheListener =
        "The caller cancelled while the listener ran, and the sampling did not end when the listener had returned.";

    public const string ToldAfterFailure = "The listener failed, and it was called again. The sampling ends at its first failure.";

    public const string Begun = "The token was cancelled before the sampling, and a worker was looked at anyway.";

    public const string Ticks =
        "The sampling had ended, and it still looked, or the listener was still called. Stop what you started, and await its end.";

    public const string FailureLost = "The listener failed, and the caller did not get its exception as it was thrown.";
}
