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
/// carried. So is what hides in an enumerator, or behind the address of a variable, unless the address is for an <c>out</c> argument
/// of a call that no jump leads past.
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
        var outputs = new Lazy<HashSet<Instruction>>(() => GivenAsOut(method));
        for (var end = 0; end < instructions.Count; end++)
        {
            if (instructions[end].Operand is not Instruction target || target.Offset > instructions[end].Offset)
                continue;
            var start = end;
            while (start > 0 && instructions[start].Offset > target.Offset)
                start--;
            if (!Carries(method, start, end, outputs))
                waiting.Add(instructions[end].Offset);
        }

        return waiting;
    }

    private static bool Carries(MethodDefinition method, int start, int end, Lazy<HashSet<Instruction>> outputs)
    {
        var isMachine = SourceNames.IsStateMachine(method.DeclaringType);
        var state = isMachine ? StateOf(method) : null;
        var (written, readFirst) = (new HashSet<object>(), new HashSet<object>());
        var round = Round(method.Body.Instructions, start, end).ToList();
        var skippedTo = 0;
        for (var place = 0; place < round.Count; place++)
        {
            // A jump leads past what follows, which may then not run in this round.
            var instruction = round[place];
            if (instruction.Operand is Instruction target)
                skippedTo = Math.Max(skippedTo, round.IndexOf(target));
            switch (instruction.OpCode.Code)
            {
                case Code.Call or Code.Callvirt when instruction.Operand is MethodReference { Name: CompilerNames.MoveNext }:
                    return true;
                case Code.Ldloc or Code.Stloc when state is not null && ReferenceEquals(instruction.Operand, state):
                    break;
                case Code.Ldloca or Code.Ldarga when Harmless.Contains(TypeOf(instruction.Operand)) || written.Contains(instruction.Operand):
                    break;
                case Code.Ldloca or Code.Ldarga when readFirst.Contains(instruction.Operand) || place < skippedTo || !outputs.Value.Contains(instruction):
                    return true;
                case Code.Ldloca or Code.Ldarga:
                    written.Add(instruction.Operand);
                    break;
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

    /// <summary>A round in the order in which it runs: where the way into the loop leads to a condition at its end, that comes first.</summary>
    private static IEnumerable<Instruction> Round(IList<Instruction> instructions, int start, int end)
    {
        var entry = start > 0 && instructions[start - 1] is { OpCode.Code: Code.Br, Operand: Instruction condition } ? instructions.IndexOf(condition) : start;
        if (entry < start || entry > end)
            entry = start;
        for (var i = entry; i <= end; i++)
            yield return instructions[i];
        for (var i = start; i < entry; i++)
            yield return instructions[i];
    }

    /// <summary>Where the address of a variable is loaded for an <c>out</c> parameter: the call writes the variable, and does not read it.</summary>
    private static HashSet<Instruction> GivenAsOut(MethodDefinition method)
    {
        var given = new HashSet<Instruction>();
        var stack = new EvaluationStack(method);
        var addresses = new List<(Instruction Load, int At)>();
        foreach (var instruction in method.Body.Instructions)
        {
            stack.Arrive(instruction);
            var (before, callee) = (stack.Depth, instruction.Operand as MethodReference);
            var isCall = callee is not null && instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj;
            var first = isCall ? before - callee!.Parameters.Count : before;
            if (isCall)
                given.UnionWith(addresses.Where(address => address.At >= first && IsOut(callee!, address.At - first)).Select(address => address.Load));
            stack.Step(instruction);
            var left = isCall ? first - (callee!.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0)
                : instruction.OpCode.StackBehaviourPop == StackBehaviour.Pop0 ? before
                : Math.Min(before - 1, stack.Depth);
            addresses.RemoveAll(address => address.At >= left);
            if (instruction.OpCode.Code is Code.Ldloca or Code.Ldarga)
                addresses.Add((instruction, before));
        }

        return given;
    }

    private static bool IsOut(MethodReference callee, int index) =>
        TypeShapes.TryResolve(callee)?.Parameters[index] is { IsOut: true, IsIn: false };

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
