namespace Grader.Judging.Sandboxes;

/// <summary>What keeps a judge from the rest of the machine.</summary>
internal enum SandboxKind
{
    /// <summary>Namespaces of its own, by bubblewrap, and a filter of system calls.</summary>
    Bubblewrap,

    /// <summary>Landlock and a filter of system calls: where user namespaces are forbidden, or bubblewrap is missing.</summary>
    Landlock,

    /// <summary>Limits of time, memory and output only.</summary>
    None,
}
