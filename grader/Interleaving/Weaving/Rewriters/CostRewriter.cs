using Interleaving.Instrumentation;
using Interleaving.Platform;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Adds to calls of the platform what they cost on simulated cores, since what the platform does is not woven and so is not counted.</summary>
internal sealed class CostRewriter(TypeSystem types, Emitter emitter)
{
    /// <summary>
    /// Adds up what the call will go through: as many items as it is told, or all of the longest of what it is called on and given.
    /// The object lies on top of the stack, if there is one, and stays there.
    /// </summary>
    /// <returns>How long the text is, where it is to be charged by how much longer it becomes.</returns>
    public VariableDefinition? Charge(
        Instruction instruction, MethodReference callee, TypeReference? constrained, VariableDefinition[] arguments, Cost cost)
    {
        if (cost == Cost.Growth)
        {
            var length = emitter.Spill(types.Int64, arguments.Length);
            emitter.Emit(OpCodes.Dup);
            emitter.Call(Hooks.LengthOf);
            emitter.Emit(OpCodes.Stloc, length);
            return length;
        }

        if (cost == Cost.Result && !Array.Exists(arguments, IsCollection))
            return null;
        if (Costs.Counter(callee) is >= 0 and var counter)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[counter]);
            emitter.Emit(OpCodes.Conv_I8);
        }
        else
        {
            var isCalledOn = callee.HasThis && instruction.OpCode.Code != Code.Newobj && cost is not (Cost.Given or Cost.Key);
            MeasureReceiver(callee, constrained, isCalledOn);
            MeasureArguments(callee, arguments, cost);
        }

        emitter.Emit(OpCodes.Ldc_I4, (int)cost);
        emitter.Call(Hooks.ChargeBy);
        return null;
    }

    /// <summary>The text that the call has made, or added to, lies on top of the stack, and stays there.</summary>
    public void ChargeResult(MethodReference callee, VariableDefinition? before)
    {
        if (before is null && callee.ReturnType.MetadataType != MetadataType.String)
            return;
        emitter.Emit(OpCodes.Dup);
        if (before is null)
        {
            emitter.Call(Hooks.LengthOf);
        }
        else
        {
            emitter.Emit(OpCodes.Ldloc, before);
            emitter.Call(Hooks.GrownFrom);
        }

        emitter.Emit(OpCodes.Ldc_I4, (int)Cost.Length);
        emitter.Call(Hooks.ChargeBy);
    }

    private void MeasureReceiver(MethodReference callee, TypeReference? constrained, bool isCalledOn)
    {
        if (isCalledOn && constrained is null && !TypeShapes.IsValueType(callee.DeclaringType))
        {
            emitter.Emit(OpCodes.Dup);
            emitter.Call(Hooks.LengthOf);
        }
        else if (isCalledOn && (constrained ?? callee.DeclaringType) is { FullName: Costs.BigNumber } number)
        {
            emitter.Emit(OpCodes.Dup);
            emitter.Emit(OpCodes.Ldobj, number);
            emitter.Call(Hooks.WordsOf);
        }
        else
        {
            emitter.Emit(OpCodes.Ldc_I8, 0L);
        }
    }

    private void MeasureArguments(MethodReference callee, VariableDefinition[] arguments, Cost cost)
    {
        if (cost == Cost.Moved)
        {
            emitter.Emit(OpCodes.Ldloc, arguments[0]);
            emitter.Call(Hooks.Behind);
        }

        // Of a text that is made, the pieces are counted here, and their characters when it is there.
        foreach (var argument in cost == Cost.Result ? Array.FindAll(arguments, IsCollection) : cost == Cost.Moved ? [] : arguments)
            Measure(argument);
        if (callee.DeclaringType.FullName == Costs.BigNumber && callee.Name is "Pow" or "op_LeftShift")
        {
            emitter.Emit(OpCodes.Ldloc, arguments[0]);
            emitter.Emit(OpCodes.Ldloc, arguments[1]);
            emitter.Call(callee.Name == "Pow" ? Hooks.RaisedTo : Hooks.ShiftedBy);
        }
    }

    private void Measure(VariableDefinition argument)
    {
        var type = argument.VariableType;
        if (type is GenericInstanceType { GenericArguments: [var item] } span && span.ElementType.FullName is "System.Span`1" or "System.ReadOnlySpan`1")
        {
            emitter.Emit(OpCodes.Ldloc, argument);
            Delegate hook = ((GenericInstanceType)type).ElementType.Name == "Span`1" ? Hooks.OrLengthOfSpan<Any> : Hooks.OrLengthOfReadOnlySpan<Any>;
            emitter.Call(hook, item);
        }
        else if (type.FullName == Costs.BigNumber)
        {
            emitter.Emit(OpCodes.Ldloc, argument);
            emitter.Call(Hooks.OrWordsOf);
        }
        else if (type is not ByReferenceType && (type is ArrayType || type.MetadataType == MetadataType.String || Collections.IsOne(type.GetElementType())))
        {
            emitter.Emit(OpCodes.Ldloc, argument);
            if (TypeShapes.IsValueType(type))
                emitter.Emit(OpCodes.Box, type);
            emitter.Call(Hooks.OrLengthOf);
        }
    }

    private static bool IsCollection(VariableDefinition argument) =>
        argument.VariableType is ArrayType || Collections.IsOne(argument.VariableType.GetElementType());
}
