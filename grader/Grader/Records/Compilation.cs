using Judge.Protocol;

namespace Grader.Records;

/// <summary>What the compiler made of a submission.</summary>
/// <param name="Release">Optimised, for measuring; null when it did not compile, or nothing is to be measured.</param>
/// <param name="Debug">Unoptimised with its PDB, for weaving; null when it did not compile.</param>
/// <param name="Errors">Why it did not compile; empty when it did.</param>
internal sealed record Compilation(AssemblyImage? Release, AssemblyImage? Debug, IReadOnlyList<Finding> Errors);
