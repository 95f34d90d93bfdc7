using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>What the instructions themselves say, beside the names that they use.</summary>
/// <remarks>
/// <c>localloc</c> is allowed: the compiler is told to refuse <c>unsafe</c>, and makes it of a <c>stackalloc</c> whose
/// result goes straight into a span.
/// </remarks>
internal static class Bodies
{
    public static IEnumerable<Violation> Violations(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).SelectMany(OfMethod);

    private static IEnumerable<Violation> OfMethod(MethodDefinition method)
    {
        var locks = false;
        foreach (var at in method.Body.Instructions)
        {
            if (Refusal(at.OpCode.Code) is { } refusal)
                yield return new Violation(refusal, method, at);
            locks |= at.Operand is MethodReference { DeclaringType.FullName: "System.Threading.Monitor" };
        }

        if (method.Body.Variables.Any(variable => Declarations.IsUnsafe(variable.VariableType) && !Declarations.IsCompilers(method.DeclaringType)))
            yield return Declarations.Pointer(method);
        if (locks)
        {
            foreach (var violation in LockTargets.Violations(method))
                yield return violation;
        }
    }

    private static string? Refusal(Code code) => code switch
    {
        Code.Calli => "a function pointer is not allowed: it goes around the type system; use a delegate",
        Code.Jmp or Code.Cpobj => "this instruction is none that a kata's C# becomes; write plain C#",
        Code.Mkrefany or Code.Refanyval or Code.Refanytype or Code.Arglist =>
            "__makeref, __refvalue and __arglist are not allowed: they go around the type system; use ref, generics or params",
        _ => null,
    };
}
