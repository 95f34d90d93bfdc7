namespace Interleaving;

/// <summary>What sort of thing a <see cref="StoryStep"/> is.</summary>
public enum StoryStepKind
{
    /// <summary>Memory was read.</summary>
    Read,

    /// <summary>Memory was written.</summary>
    Write,

    /// <summary>An act in words.</summary>
    Note,

    /// <summary>Another operation was started.</summary>
    Start,

    /// <summary>The operation blocked, or an async method gave its thread back.</summary>
    Wait,

    /// <summary>It went on after that.</summary>
    Resume,

    /// <summary>The operation ended.</summary>
    End,

    /// <summary>What the execution failed by.</summary>
    Fail,

    /// <summary>Stands for steps that are not told one by one.</summary>
    Abridged,

    /// <summary>The operation took its place in a line: if it waits next, it is for its turn.</summary>
    Queue,
}
