namespace Interleaving.Counterexamples;

/// <summary>What sort of thing an <see cref="Event"/> is.</summary>
internal enum EventKind
{
    /// <summary>Memory was read.</summary>
    Read,

    /// <summary>Memory was written.</summary>
    Write,

    /// <summary>An act in words.</summary>
    Note,

    /// <summary>Another operation was started.</summary>
    Started,

    /// <summary>The operation blocked.</summary>
    Blocked,

    /// <summary>The operation went on after it had been blocked.</summary>
    Unblocked,

    /// <summary>The operation ended.</summary>
    Ended,

    /// <summary>What the execution failed by.</summary>
    Failed,
}
