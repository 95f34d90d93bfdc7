using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>
/// Tells loops that only wait from loops that count. A loop that carries nothing from one round to the next in variables of
/// its own does in each round what the memory that it shares makes it do; one that counts may be about to end.
/// </summary>
/// <remarks>
/// By the order of the code alone, which errs on the safe side: a variable that is read before it is written in the loop is
/// carried. So is what hides in an enumerator, or behind the address of a variable.
/// </remarks>
internal static class Loops
{
    /// <summary>Structs whose address is taken for every call on them, and that decide nothing about the end of a loop.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "System.Threading.SpinWait", "System.Threading.CancellationToken",
    };

    /// <summary>The offsets of the jumps back of loops that carry nothing.</summary>
    public static HashSet<int> Waiting(MethodDefinition method)
    {
        var waiting = new HashSet<int>();
        var instructions = method.Body.Instructions;
        for (var end = 0; end < instructions.Count; end++)
        {
            if (instructions[end].Operand is not Instruction target || target.Offset > instructions[end].Offset)
                continue;
            var start = end;
            while (start > 0 && instructions[start].Offset > target.Offset)
                start--;
            if (!Carries(method, start, end))
                waiting.Add(instructions[end].Offset);
        }

        return waiting;
    }

    private static bool Carries(MethodDefinition method, int start, int end)
    {
        var isMachine = SourceNames.IsStateMachine(method.DeclaringType);
        var state = isMachine ? StateOf(method) : null;
        var (written, readFirst) = (new HashSet<object>(), new HashSet<object>());
        for (var i = start; i <= end; i++)
        {
            var instruction = method.Body.Instructions[i];
            switch (instruction.OpCode.Code)
            {
                case Code.Call or Code.Callvirt when instruction.Operand is MethodReference { Name: CompilerNames.MoveNext }:
                    return true;
                case Code.Ldloc or Code.Stloc when state is not null && ReferenceEquals(instruction.Operand, state):
                    break;
                case Code.Ldloca or Code.Ldarga when !Harmless.Contains(TypeOf(instruction.Operand)) && !written.Contains(instruction.Operand):
                    return true;
                case Code.Ldloc or Code.Ldarg when !written.Contains(instruction.Operand):
                    readFirst.Add(instruction.Operand);
                    break;
                case Code.Stloc or Code.Starg when readFirst.Contains(instruction.Operand):
                    return true;
                case Code.Stloc or Code.Starg:
                    written.Add(instruction.Operand);
                    break;
                case Code.Ldfld when isMachine && Own(method, instruction) is { } field && !written.Contains(field):
                    readFirst.Add(field);
                    break;
                case Code.Stfld when isMachine && Own(method, instruction) is { } field:
                    if (readFirst.Contains(field))
                        return true;
                    written.Add(field);
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The local in which a state machine keeps its state at hand: where it goes on, which is no news.</summary>
    private static object? StateOf(MethodDefinition method)
    {
        var instructions = method.Body.Instructions;
        for (var i = 1; i < instructions.Count; i++)
        {
            if (instructions[i].OpCode.Code == Code.Stloc
                && instructions[i - 1].Operand is FieldReference { Name: CompilerNames.State } && instructions[i - 1].OpCode.Code == Code.Ldfld)
                return instructions[i].Operand;
        }

        return null;
    }

    private static string TypeOf(object variable) => variable switch
    {
        VariableDefinition local => local.VariableType.FullName,
        ParameterDefinition parameter => parameter.ParameterType.FullName,
        _ => "",
    };

    /// <summary>The name of a variable that the state machine keeps in a field; null for what the compiler keeps for itself.</summary>
    private static string? Own(MethodDefinition method, Instruction instruction) =>
        instruction.Operand is FieldReference field && field.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName
        && !CompilerNames.IsNameless(field.Name)
            ? field.Name
            : null;
}
