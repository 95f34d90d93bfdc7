using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>What calls of the platform cost on simulated cores.</content>
internal sealed partial class MethodWeaver
{
    /// <summary>
    /// Adds up what the call will go through: as many items as it is told, or all of the longest of what it is called on and given.
    /// The object lies on top of the stack, if there is one, and stays there.
    /// </summary>
    /// <returns>How long the text is, where it is to be charged by how much longer it becomes.</returns>
    private VariableDefinition? Charge(
        Instruction instruction, MethodReference callee, TypeReference? constrained, VariableDefinition[] arguments, Cost cost)
    {
        if (cost == Cost.Growth)
        {
            var length = Spill(method.Module.TypeSystem.Int64, arguments.Length);
            Emit(OpCodes.Dup);
            Emit(OpCodes.Call, hooks.Get(Hooks.LengthOf));
            Emit(OpCodes.Stloc, length);
            return length;
        }

        if (cost == Cost.Result && !Array.Exists(arguments, IsCollection))
            return null;
        if (Costs.Counter(callee) is >= 0 and var counter)
        {
            Emit(OpCodes.Ldloc, arguments[counter]);
            Emit(OpCodes.Conv_I8);
        }
        else
        {
            var isCalledOn = callee.HasThis && instruction.OpCode.Code != Code.Newobj && cost is not (Cost.Given or Cost.Key);
            if (isCalledOn && constrained is null && !TypeShapes.IsValueType(callee.DeclaringType))
            {
                Emit(OpCodes.Dup);
                Emit(OpCodes.Call, hooks.Get(Hooks.LengthOf));
            }
            else if (isCalledOn && (constrained ?? callee.DeclaringType) is { FullName: Costs.BigNumber } number)
            {
                Emit(OpCodes.Dup);
                Emit(OpCodes.Ldobj, number);
                Emit(OpCodes.Call, hooks.Get(Hooks.WordsOf));
            }
            else
            {
                Emit(OpCodes.Ldc_I8, 0L);
            }

            if (cost == Cost.Moved)
            {
                Emit(OpCodes.Ldloc, arguments[0]);
                Emit(OpCodes.Call, hooks.Get(Hooks.Behind));
            }

            // Of a text that is made, the pieces are counted here, and their characters when it is there.
            foreach (var argument in cost == Cost.Result ? Array.FindAll(arguments, IsCollection) : cost == Cost.Moved ? [] : arguments)
                Measure(argument);
            if (callee.DeclaringType.FullName == Costs.BigNumber && callee.Name is "Pow" or "op_LeftShift")
            {
                Emit(OpCodes.Ldloc, arguments[0]);
                Emit(OpCodes.Ldloc, arguments[1]);
                Emit(OpCodes.Call, hooks.Get(callee.Name == "Pow" ? Hooks.RaisedTo : Hooks.ShiftedBy));
            }
        }

        Emit(OpCodes.Ldc_I4, (int)cost);
        Emit(OpCodes.Call, hooks.Get(Hooks.ChargeBy));
        return null;
    }

    private static bool IsCollection(VariableDefinition argument) =>
        argument.VariableType is ArrayType || Collections.IsOne(argument.VariableType.GetElementType());

    /// <summary>The text that the call has made, or added to, lies on top of the stack, and stays there.</summary>
    private void ChargeResult(MethodReference callee, VariableDefinition? before)
    {
        if (before is null && callee.ReturnType.MetadataType != MetadataType.String)
            return;
        Emit(OpCodes.Dup);
        if (before is null)
        {
            Emit(OpCodes.Call, hooks.Get(Hooks.LengthOf));
        }
        else
        {
            Emit(OpCodes.Ldloc, before);
            Emit(OpCodes.Call, hooks.Get(Hooks.GrownFrom));
        }

        Emit(OpCodes.Ldc_I4, (int)Cost.Length);
        Emit(OpCodes.Call, hooks.Get(Hooks.ChargeBy));
    }

    private void Measure(VariableDefinition argument)
    {
        var type = argument.VariableType;
        if (type is GenericInstanceType { GenericArguments: [var item] } span && span.ElementType.FullName is "System.Span`1" or "System.ReadOnlySpan`1")
        {
            Emit(OpCodes.Ldloc, argument);
            Delegate hook = ((GenericInstanceType)type).ElementType.Name == "Span`1" ? Hooks.OrLengthOfSpan<Any> : Hooks.OrLengthOfReadOnlySpan<Any>;
            Emit(OpCodes.Call, hooks.Get(hook, item));
        }
        else if (type.FullName == Costs.BigNumber)
        {
            Emit(OpCodes.Ldloc, argument);
            Emit(OpCodes.Call, hooks.Get(Hooks.OrWordsOf));
        }
        else if (type is not ByReferenceType && (type is ArrayType || type.MetadataType == MetadataType.String || Collections.IsOne(type.GetElementType())))
        {
            Emit(OpCodes.Ldloc, argument);
            if (TypeShapes.IsValueType(type))
                Emit(OpCodes.Box, type);
            Emit(OpCodes.Call, hooks.Get(Hooks.OrLengthOf));
        }
    }
}
