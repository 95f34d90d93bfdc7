namespace Judge.Confining;

/// <summary>What is around a judge, as far as it keeps to it itself.</summary>
internal enum Box
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its list of system calls, and no file to write.</summary>
    Closed,

    /// <summary>The same, but what its runtime records may go out on the socket that is open already.</summary>
    Traced,
}
