using Judge.Protocol;

namespace Grader.Records;

/// <summary>A kata's hidden suite, as built beforehand.</summary>
/// <param name="Plain">Not woven and free to be optimised, for measuring and for its metadata.</param>
/// <param name="Woven">Under the engine's control, for exploring.</param>
/// <param name="Criteria">The categories of its tests, in the order of the metadata, each once.</param>
/// <param name="NextSite">The first number behind those of its places: a submission's begin there.</param>
/// <param name="HasWorkload">Whether it has a workload to time.</param>
internal sealed record Suite(
    AssemblyImage Plain, AssemblyImage Woven, IReadOnlyList<string> Criteria, int NextSite, bool HasWorkload)
{
    /// <summary>The checksums of the files that it was built from.</summary>
    public required byte[] Sources { get; init; }

    /// <summary>The reference solution in the place of a submission; null when it is not there. Woven only when asked for.</summary>
    public required Lazy<(AssemblyImage Woven, AssemblyImage Plain)?> Reference { get; init; }
}
