using Grader.Records;

namespace Grader.Preparing;

/// <summary>What a compile worker made of a submission, stage by stage.</summary>
/// <param name="Compilation">Its compiled forms, or the errors.</param>
/// <param name="Violations">What the policy refuses; empty when it did not compile.</param>
/// <param name="Woven">Its woven form; null when something came before.</param>
internal sealed record CompileAnswer(Compilation Compilation, IReadOnlyList<Finding> Violations, Woven? Woven)
{
    public static CompileAnswer Failed(Finding error) => new(new Compilation(null, null, [error]), [], null);
}
