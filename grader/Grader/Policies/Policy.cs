using Grader.Records;
using Judge.Protocol;

namespace Grader.Policies;

/// <summary>
/// What a submission may not use, whatever it does with it. The seam of the policy layer: it sees the emitted metadata
/// and answers with the line, the reason and what to use instead.
/// </summary>
internal static class Policy
{
    public static IReadOnlyList<Finding> Violations(AssemblyImage assembly) => ProcessControl.Violations(assembly);
}
