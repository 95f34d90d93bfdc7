using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Mono.Collections.Generic;

namespace Interleaving.Weaving;

/// <summary>
/// Writes out what the runtime does for <c>[MethodImpl(MethodImplOptions.Synchronized)]</c>: a lock on the instance, or on the
/// type of a static method, around the whole body. To be called before the method is woven, which then finds a lock like any.
/// </summary>
internal static class Synchronised
{
    /// <summary>False when the runtime itself knows no such method: one of a struct's instance.</summary>
    public static bool TryLower(MethodDefinition method)
    {
        if (method.DeclaringType.IsValueType && !method.IsStatic)
            return false;
        method.IsSynchronized = false;
        var body = method.Body;
        body.SimplifyMacros();
        var instructions = body.Instructions;
        var first = instructions[0];
        var result = method.ReturnType.MetadataType == MetadataType.Void ? null : new VariableDefinition(method.ReturnType);
        var end = Instruction.Create(OpCodes.Nop);
        Leave(instructions, result, end);

        var at = 0;
        foreach (var instruction in Gate(method, nameof(Monitor.Enter)))
            instructions.Insert(at++, instruction);
        var exit = Gate(method, nameof(Monitor.Exit));
        foreach (var instruction in exit)
            instructions.Add(instruction);
        instructions.Add(Instruction.Create(OpCodes.Endfinally));
        instructions.Add(end);
        if (result is not null)
        {
            body.Variables.Add(result);
            body.InitLocals = true;
            instructions.Add(Instruction.Create(OpCodes.Ldloc, result));
        }

        instructions.Add(Instruction.Create(OpCodes.Ret));

        // The outermost handler stands last.
        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = first,
            TryEnd = exit[0],
            HandlerStart = exit[0],
            HandlerEnd = end,
        });
        Number(instructions);
        return true;
    }

    private static List<Instruction> Gate(MethodDefinition method, string name)
    {
        var module = method.Module;
        List<Instruction> code = method.IsStatic
            ?
            [
                Instruction.Create(OpCodes.Ldtoken, Self(method.DeclaringType)),
                Instruction.Create(OpCodes.Call, module.ImportReference(typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle)))),
            ]
            : [Instruction.Create(OpCodes.Ldarg, method.Body.ThisParameter)];
        code.Add(Instruction.Create(OpCodes.Call, module.ImportReference(typeof(Monitor).GetMethod(name, [typeof(object)]))));
        return code;
    }

    /// <summary>A protected region is left, not returned from. The instruction stays the same object, since branches lead to it.</summary>
    private static void Leave(Collection<Instruction> instructions, VariableDefinition? result, Instruction end)
    {
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (instruction.OpCode.Code != Code.Ret)
                continue;
            instruction.OpCode = result is null ? OpCodes.Leave : OpCodes.Stloc;
            instruction.Operand = result is null ? end : result;
            if (result is not null)
                instructions.Insert(++i, Instruction.Create(OpCodes.Leave, end));
        }
    }

    private static TypeReference Self(TypeDefinition type)
    {
        if (!type.HasGenericParameters)
            return type;
        var self = new GenericInstanceType(type);
        foreach (var parameter in type.GenericParameters)
            self.GenericArguments.Add(parameter);
        return self;
    }

    /// <summary>Sequence points and back edges are told by offsets.</summary>
    private static void Number(Collection<Instruction> instructions)
    {
        var offset = 0;
        foreach (var instruction in instructions)
        {
            instruction.Offset = offset;
            offset += instruction.GetSize();
        }
    }
}
