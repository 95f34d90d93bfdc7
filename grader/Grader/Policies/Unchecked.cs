using Mono.Cecil;

namespace Grader.Policies;

/// <summary>
/// Members of the platform that reach memory which nobody checks. They say so in their name or their signature, in this
/// runtime and in the next one: whole namespaces are allowed, and what a later version adds to them must not be.
/// </summary>
internal static class Unchecked
{
    /// <summary>What a member is told that is let in by no name of its own.</summary>
    public static Rule Rule { get; } = new(
        RuleKind.Refused, "it goes around the type system, and can reach anything in the process", "Span, arrays and the concurrent collections");

    private static readonly string[] Words = ["Unsafe", "Dangerous", "Uninitialized", "Unchecked", "Unmanaged"];

    public static bool Is(MemberReference member) =>
        Words.Any(word => member.Name.Contains(word, StringComparison.Ordinal))
        || (member is MethodReference method && (HasPointer(method) || CountsFromAReference(method)))
        || (member is FieldReference field && Declarations.IsUnsafe(field.FieldType));

    private static bool HasPointer(MethodReference method) =>
        Declarations.IsUnsafe(method.ReturnType) || method.Parameters.Any(parameter => Declarations.IsUnsafe(parameter.ParameterType));

    /// <summary>A reference and a native number beside it: how many elements behind the one that it refers to.</summary>
    private static bool CountsFromAReference(MethodReference method)
    {
        ByReferenceType? reference = null;
        var counts = false;
        foreach (var parameter in method.Parameters)
        {
            reference = parameter.ParameterType is RequiredModifierType { ElementType: ByReferenceType within } ? within : parameter.ParameterType as ByReferenceType ?? reference;
            counts |= IsNative(parameter.ParameterType);
        }

        return counts && reference is not null && !IsNative(reference.ElementType);
    }

    private static bool IsNative(TypeReference type) => type.FullName is "System.IntPtr" or "System.UIntPtr";
}
