using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>Something that is refused, and where in the metadata it was found.</summary>
/// <param name="Message">What, why, and what to use instead.</param>
/// <param name="Within">The declaration that it is about or stands in; null when it is about the assembly.</param>
/// <param name="At">The instruction; null when it is about the declaration.</param>
internal sealed record Violation(string Message, MemberReference? Within = null, Instruction? At = null)
{
    public static Violation Of(Rule rule, string what, MemberReference? within, Instruction? at = null) =>
        new($"{what} is not allowed: {rule.Reason}; use {rule.Instead}", within, at);
}
