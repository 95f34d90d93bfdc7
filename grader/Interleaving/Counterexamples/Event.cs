using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>One thing that an operation did.</summary>
/// <param name="Operation">Who.</param>
/// <param name="Strand">On behalf of which strand: the operation's own or an async method's.</param>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Site">Where (the weaver's number); -1 when unknown.</param>
/// <param name="Now">Virtual time in ticks.</param>
/// <param name="Text">What, in words; for an access to memory, the value read or written (empty when there is none to show).</param>
internal sealed record Event(Operation Operation, Strand Strand, StoryStepKind Kind, int Site, long Now, string Text)
{
    /// <summary>The object that an access hit, or null.</summary>
    public object? Target { get; init; }

    /// <summary>The location in <see cref="Target"/>.</summary>
    public nint Offset { get; init; }

    /// <summary>The operation that was started, or null.</summary>
    public Operation? Child { get; init; }

    /// <summary>The async method that is awaited from here on, if that is known.</summary>
    public Strand? Awaited { get; set; }

    /// <summary>Whether the scheduler took the turn from somebody who could have gone on.</summary>
    public bool Preempts { get; set; }

    /// <summary>Whether it is part of what the execution failed by.</summary>
    public bool Fails { get; set; }

    public bool IsAccess => Kind is StoryStepKind.Read or StoryStepKind.Write;
}
