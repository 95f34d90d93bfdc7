namespace Interleaving;

/// <summary>What went wrong in one execution.</summary>
public enum FailureKind
{
    /// <summary>An assertion of the test failed, or an exception left its body.</summary>
    Assertion,

    /// <summary>An exception left a thread, a timer callback or an <c>async void</c> method: the process would have ended.</summary>
    UnhandledException,

    /// <summary>Two accesses to one location, at least one a write, that nothing orders.</summary>
    DataRace,

    /// <summary>Every operation waits and no timer is pending.</summary>
    Deadlock,

    /// <summary>Operations go round for ever without getting anywhere, although everybody gets turns.</summary>
    Livelock,

    /// <summary>The program calls something of the platform that the engine does not control.</summary>
    Unsupported,

    /// <summary>The same schedule gave two different runs: something was not under control.</summary>
    Nondeterminism,

    /// <summary>The program did not end within the limit of steps, and it may yet: it still gets somewhere.</summary>
    StepLimit,
}

/// <summary>Why an execution failed.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Message">What happened, in words.</param>
/// <param name="Site">The weaver's number of the place; -1 when unknown.</param>
/// <param name="Exception">The exception that tells more, if there is one.</param>
/// <param name="What">What tells it from others of its kind, by <see cref="object.Equals(object)"/>; null when the kind or the message does.</param>
internal sealed record Failure(FailureKind Kind, string Message, int Site, Exception? Exception = null, object? What = null);
