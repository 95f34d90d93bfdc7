using Judge.Protocol;

namespace Grader.Records;

/// <summary>A submission under the engine's control.</summary>
/// <param name="Assembly">The woven code; null when it calls something that the engine does not control.</param>
/// <param name="Unsupported">Those calls, each with what to use instead.</param>
/// <param name="NextSite">The first number behind those of its places.</param>
internal sealed record Woven(AssemblyImage? Assembly, IReadOnlyList<Finding> Unsupported, int NextSite);
