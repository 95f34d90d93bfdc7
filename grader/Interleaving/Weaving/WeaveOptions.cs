using Interleaving.SourceMap;

namespace Interleaving.Weaving;

/// <summary>How to weave one assembly.</summary>
internal sealed record WeaveOptions
{
    /// <summary>The number of the first place (see <see cref="Sites"/>), 0 or more.</summary>
    public int FirstSite { get; init; }

    /// <summary>Has the code run as it is written, to be stepped through under a debugger, and so that stack traces name the very lines.</summary>
    public bool Debuggable { get; init; }

    /// <summary>Whether the assembly is woven for control alone: no race is looked for in it, and it has no places.</summary>
    public bool ControlOnly { get; init; }

    /// <summary>Whether static state stays from one execution to the next: it is the platform's own, or native code knows of it.</summary>
    public bool KeepStatics { get; init; }

    /// <summary>Which assemblies that the woven one refers to are woven as well, by simple name, though they are not its author's.</summary>
    public Func<string, bool> IsControlled { get; init; } = static _ => false;

    /// <summary>What the assembly's places are called, in place of file, line and method; null to tell them. For tests that nobody is to see.</summary>
    public string? Alias { get; init; }

    /// <summary>Assemblies beside the platform's that the woven one refers to, as PE images.</summary>
    public IReadOnlyList<byte[]> References { get; init; } = [];

    /// <summary>Assembly files beside the platform's that the woven one may refer to.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];
}
