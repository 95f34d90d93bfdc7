using System.Globalization;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>What each instruction takes and leaves.</content>
internal sealed partial class EvaluationStack
{
    private void Take(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ldarg:
                var parameter = (ParameterDefinition)instruction.Operand;
                if (IsThis(parameter))
                    Push(ThisType(), Origin.This, "");
                else
                    Push(parameter.ParameterType, text: parameter.Name);
                break;
            case Code.Ldarga:
                var argument = (ParameterDefinition)instruction.Operand;
                Push(new ByReferenceType(IsThis(argument) ? TypeShapes.Self(method.DeclaringType) : argument.ParameterType), Origin.Private, argument.Name);
                break;
            case Code.Ldloc:
                var local = (VariableDefinition)instruction.Operand;
                if (closures.TryGetValue(local, out var closure))
                    slots.Add(closure);
                else
                    Push(local.VariableType, text: NameOf(local), field: unnamed.GetValueOrDefault(local));
                break;
            case Code.Ldloca:
                var variable = (VariableDefinition)instruction.Operand;
                Push(new ByReferenceType(variable.VariableType), Origin.Private, NameOf(variable));
                break;
            case Code.Stloc:
                Store((VariableDefinition)instruction.Operand, Pop());
                break;
            case Code.Dup:
                slots.Add(Peek());
                break;
            case Code.Ldc_I4:
                Push(types.Int32, text: ((int)instruction.Operand).ToString(CultureInfo.InvariantCulture));
                break;
            case Code.Ldfld:
                var owner = Pop();
                var loaded = (FieldReference)instruction.Operand;
                if (owner.Origin == Origin.This && hoistedClosures.TryGetValue(loaded.Name, out var hoisted))
                    slots.Add(hoisted);
                else
                    Push(TypeShapes.Field(loaded), text: SourceNames.Dotted(owner.Text, SourceNames.Field(loaded.Name)), field: SourceNames.Field(loaded.Name));
                break;
            case Code.Ldflda:
                var holder = Pop();
                var addressed = (FieldReference)instruction.Operand;
                Push(
                    new ByReferenceType(TypeShapes.Field(addressed)),
                    holder.Origin == Origin.Private || IsPrivate(addressed, holder) ? Origin.Private : Origin.Unknown,
                    SourceNames.Dotted(holder.Text, SourceNames.Field(addressed.Name)));
                break;
            case Code.Stfld:
                var stored = Pop();
                StoreField((FieldReference)instruction.Operand, Pop(), stored);
                break;
            case Code.Ldsfld:
                var shared = (FieldReference)instruction.Operand;
                Push(
                    TypeShapes.Field(shared),
                    text: SourceNames.Dotted(SourceNames.Type(shared.DeclaringType), SourceNames.Field(shared.Name)),
                    field: SourceNames.Field(shared.Name));
                break;
            case Code.Ldsflda:
                var common = (FieldReference)instruction.Operand;
                Push(new ByReferenceType(TypeShapes.Field(common)), text: SourceNames.Dotted(SourceNames.Type(common.DeclaringType), SourceNames.Field(common.Name)));
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(instruction.OpCode.Code, (MethodReference)instruction.Operand);
                break;
            case Code.Pop:
                Pop();
                break;
            default:
                Others(instruction);
                break;
        }
    }

    private void Call(Code code, MethodReference callee)
    {
        var arguments = callee.Parameters.Count;
        Pop(arguments);
        if (code == Code.Newobj)
        {
            slots.Add(new Slot(callee.DeclaringType, Origin.Fresh, null, ++births));
            return;
        }

        string? text = null;
        string? field = null;
        if (callee.HasThis)
        {
            var receiver = Pop();
            if (!(callee.Name == ".ctor" && receiver.Origin == Origin.This))
                Escape(receiver);
            if (arguments == 0 && CompilerNames.IsGetter(callee.Name))
                (text, field) = (SourceNames.Dotted(receiver.Text, CompilerNames.Accessed(callee.Name)), IsEnd(callee) ? receiver.Field : CompilerNames.Accessed(callee.Name));
        }

        if (callee.ReturnType.MetadataType != MetadataType.Void)
            Push(TypeShapes.Substitute(TypeShapes.Unmodified(callee.ReturnType), callee.DeclaringType, callee), text: text, field: field);
    }

    /// <summary>The two ends of a channel are known by it.</summary>
    private static bool IsEnd(MethodReference callee) =>
        callee.Name is "get_Reader" or "get_Writer" && callee.DeclaringType.Namespace == "System.Threading.Channels";

    private void Store(VariableDefinition variable, Slot slot)
    {
        closures.Remove(variable);

        // A lock statement keeps what it locks in a variable that has no name.
        if (!localNames.ContainsKey(variable.Index))
            unnamed[variable] = slot.Field;
        if (slot.Origin == Origin.Fresh && IsFresh(slot) && SourceNames.IsClosure(variable.VariableType))
            closures[variable] = slot with { Text = "" };
        else
            Escape(slot);
    }

    /// <summary>In a state machine, a variable that holds a closure may be a field.</summary>
    private void StoreField(FieldReference field, Slot owner, Slot slot)
    {
        if (owner.Origin == Origin.This && SourceNames.IsStateMachine(field.DeclaringType)
            && slot.Origin == Origin.Fresh && IsFresh(slot) && SourceNames.IsClosure(field.FieldType))
            hoistedClosures[field.Name] = slot with { Text = "" };
        else
            Escape(slot);
    }

    /// <summary>A field that the memory hooks leave alone, because no other operation reaches it.</summary>
    private bool IsPrivate(FieldReference field, Slot owner) =>
        SourceNames.IsStateMachine(field.DeclaringType) || IsFresh(owner)
        || (owner.Origin == Origin.This && method.IsConstructor && !ThisEscaped);

    private bool IsThis(ParameterDefinition parameter) => parameter.Index == -1;

    private TypeReference ThisType() => method.DeclaringType.IsValueType
        ? new ByReferenceType(TypeShapes.Self(method.DeclaringType))
        : TypeShapes.Self(method.DeclaringType);

    private string? NameOf(VariableDefinition variable) => localNames.TryGetValue(variable.Index, out var name)
        ? SourceNames.Local(name)
        : SourceNames.IsClosure(variable.VariableType) || SourceNames.IsStateMachine(variable.VariableType) ? "" : null;
}
