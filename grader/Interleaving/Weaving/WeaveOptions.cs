namespace Interleaving.Weaving;

/// <summary>How to weave one assembly.</summary>
internal sealed record WeaveOptions
{
    /// <summary>The number of the first place (see <see cref="Sites"/>), 0 or more.</summary>
    public int FirstSite { get; init; }

    /// <summary>Keeps the code as unoptimised as the compiler left it, to be stepped through under a debugger.</summary>
    public bool Debuggable { get; init; }

    /// <summary>What the assembly's places are called, in place of file, line and method; null to tell them. For tests that nobody is to see.</summary>
    public string? Alias { get; init; }

    /// <summary>Assemblies beside the platform's that the woven one refers to, as PE images.</summary>
    public IReadOnlyList<byte[]> References { get; init; } = [];

    /// <summary>Assembly files beside the platform's that the woven one may refer to.</summary>
    public IReadOnlyList<string> ReferencePaths { get; init; } = [];
}
