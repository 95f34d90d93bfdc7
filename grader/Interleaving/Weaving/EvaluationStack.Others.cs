using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Instructions whose operands matter less.</content>
internal sealed partial class EvaluationStack
{
    private void Others(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        switch (code)
        {
            case Code.Ret:
                Pop(slots.Count);
                return;
            case Code.Calli:
                var site = (CallSite)instruction.Operand;
                Pop(site.Parameters.Count + (site.HasThis ? 2 : 1));
                if (site.ReturnType.MetadataType != MetadataType.Void)
                    Push(site.ReturnType);
                return;
            case Code.Add or Code.Sub or Code.Mul:
                var right = Pop();
                var left = Pop();
                var sign = code == Code.Add ? "+" : code == Code.Sub ? "-" : "*";
                Push(left.Type, text: left.Text is { Length: > 0 and < 12 } && right.Text is { Length: > 0 and < 12 } ? $"{left.Text} {sign} {right.Text}" : null);
                return;
            case Code.Ldelem_Any or Code.Ldelem_Ref or Code.Ldelem_I or Code.Ldelem_I1 or Code.Ldelem_I2 or Code.Ldelem_I4
                or Code.Ldelem_I8 or Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldelem_U1 or Code.Ldelem_U2 or Code.Ldelem_U4:
                var index = Pop();
                var array = Pop();
                Push(instruction.Operand as TypeReference ?? (array.Type as ArrayType)?.ElementType, text: Element(array, index));
                return;
            case Code.Ldelema:
                var position = Pop();
                var elements = Pop();
                Push(new ByReferenceType((TypeReference)instruction.Operand), text: Element(elements, position));
                return;
            case Code.Ldobj:
                var source = Pop();
                Push((TypeReference)instruction.Operand, text: source.Text);
                return;
            case Code.Ldind_Ref or Code.Ldind_I or Code.Ldind_I1 or Code.Ldind_I2 or Code.Ldind_I4 or Code.Ldind_I8
                or Code.Ldind_R4 or Code.Ldind_R8 or Code.Ldind_U1 or Code.Ldind_U2 or Code.Ldind_U4:
                var pointer = Pop();
                Push(pointer.Pointee, text: pointer.Text);
                return;
            case Code.Castclass or Code.Unbox_Any or Code.Isinst:
                var value = Pop();
                slots.Add(value with { Type = (TypeReference)instruction.Operand });
                return;
            case Code.Unbox:
                Pop(1);
                Push(new ByReferenceType((TypeReference)instruction.Operand));
                return;
            case Code.Newarr:
                Pop(1);
                slots.Add(new Slot(new ArrayType((TypeReference)instruction.Operand), Origin.Fresh, null, ++births));
                return;
            case Code.Stelem_Any or Code.Stelem_Ref or Code.Stelem_I or Code.Stelem_I1 or Code.Stelem_I2 or Code.Stelem_I4
                or Code.Stelem_I8 or Code.Stelem_R4 or Code.Stelem_R8:
                Escape(Pop());
                Pop();
                Pop();
                return;
            case Code.Box:
                var boxed = Pop();
                Push(types.Object, text: boxed.Text);
                return;
            case Code.Ldlen:
                var measured = Pop();
                Push(types.IntPtr, text: SourceNames.Dotted(measured.Text, "Length"));
                return;
            case Code.Brtrue or Code.Brfalse:
                Pop();
                return;
            case Code.Ceq or Code.Cgt_Un:
                Pop();
                Pop();
                Push(types.Int32);
                return;
            default:
                Plain(instruction.OpCode);
                return;
        }
    }

    private void Plain(OpCode code)
    {
        var top = Peek();
        if (code.StackBehaviourPop == StackBehaviour.PopAll)
        {
            slots.Clear();
            return;
        }

        var taken = code.StackBehaviourPop switch
        {
            StackBehaviour.Pop0 => 0,
            StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
            StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1
                or StackBehaviour.Popref_popi => 2,
            _ => 3,
        };
        Pop(taken);
        if (code.StackBehaviourPush == StackBehaviour.Push0)
            return;

        // A conversion keeps the text of what it converts: an index is often converted to native int.
        Push(Pushed(code.StackBehaviourPush), text: taken == 1 ? top.Text : null);
    }

    private TypeReference? Pushed(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pushi => types.Int32,
        StackBehaviour.Pushi8 => types.Int64,
        StackBehaviour.Pushr4 => types.Single,
        StackBehaviour.Pushr8 => types.Double,
        StackBehaviour.Pushref => types.Object,
        _ => null,
    };

    private static string? Element(Slot array, Slot index) =>
        array.Text is { Length: > 0 } && index.Text is { Length: > 0 } ? $"{array.Text}[{index.Text}]" : null;
}
