using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>
/// Code of packages: what it does with tasks, locks, time and atomic memory is under control. Its plain accesses to memory are
/// its own affair; nothing here has a place, since the line to tell is the program's that called.
/// </content>
internal sealed partial class MethodWeaver
{
    private void Control(Instruction instruction, int offset)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld or Code.Stfld or Code.Ldflda:
                ControlledField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                ControlledStatic(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                ControlledCall(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                ControlledPointer(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldelema when takesAddresses && !Has(Code.Readonly) && TypeShapes.CanBeArgument((TypeReference)instruction.Operand):
                Emit(OpCodes.Conv_I);
                EmitHook(Hooks.AddressElement<Any>, (TypeReference)instruction.Operand, -1);
                break;
            default:
                Leave(instruction, offset);
                break;
        }
    }

    /// <summary>Whether the method uses memory that the platform changes at once, and so is to know whose it is.</summary>
    private static bool TakesAddresses(MethodDefinition method) => method.Body.Instructions.Any(instruction =>
        instruction.Operand is MethodReference
        {
            DeclaringType.FullName: "System.Threading.Interlocked" or "System.Threading.Volatile"
            or "System.Threading.LazyInitializer" or "System.Collections.Immutable.ImmutableInterlocked"
        });

    private void ControlledField(Instruction instruction, FieldReference field)
    {
        var code = instruction.OpCode.Code;
        var isVolatile = Has(Code.Volatile);
        var owner = stack.Peek(code == Code.Stfld ? 1 : 0);
        var type = TypeShapes.Substitute(TypeShapes.Unmodified(field.FieldType), field.DeclaringType);
        var isOfObject = owner.Type is not null && !owner.IsAddress && !owner.Type.IsValueType && !TypeShapes.IsValueType(field.DeclaringType);
        if (!isOfObject || !TypeShapes.CanBeArgument(type) || !(isVolatile || (code == Code.Ldflda && takesAddresses)))
        {
            Keep(instruction);
            return;
        }

        var value = code == Code.Stfld ? Spill(type) : null;
        if (value is not null)
            Emit(OpCodes.Stloc, value);
        Emit(OpCodes.Dup);
        Emit(OpCodes.Ldflda, field);
        if (code == Code.Ldflda)
        {
            EmitHook(Hooks.Address<Any>, type, -1);
            return;
        }

        if (value is not null)
            Emit(OpCodes.Ldloc, value);
        Emit(OpCodes.Call, hooks.Get(value is null ? Hooks.ReadVolatileHere<Any> : Hooks.WriteVolatileHere<Any>, type));
    }

    private void ControlledStatic(Instruction instruction, FieldReference field)
    {
        var code = instruction.OpCode.Code;
        var type = TypeShapes.Substitute(TypeShapes.Unmodified(field.FieldType), field.DeclaringType);
        if (!weaver.Options.KeepStatics)
        {
            Ensure(field);
            if (weaver.Statics.IsPerThread(field))
            {
                PerThread(instruction, field, type);
                return;
            }
        }

        if (!TypeShapes.CanBeArgument(type) || !(Has(Code.Volatile) || (code == Code.Ldsflda && takesAddresses)))
        {
            Keep(instruction);
            return;
        }

        var value = code == Code.Stsfld ? Spill(type) : null;
        if (value is not null)
            Emit(OpCodes.Stloc, value);
        Emit(OpCodes.Ldsflda, field);
        if (value is not null)
            Emit(OpCodes.Ldloc, value);
        Emit(OpCodes.Ldstr, $"{field.DeclaringType.GetElementType().FullName}.{field.Name}");
        Emit(OpCodes.Call, hooks.Get(
            code == Code.Ldsflda ? Hooks.AddressStaticHere<Any>
                : value is null ? Hooks.ReadStaticVolatileHere<Any> : Hooks.WriteStaticVolatileHere<Any>,
            type));
    }

    private void ControlledCall(Instruction instruction, MethodReference callee)
    {
        if (callee.DeclaringType is ArrayType)
        {
            Keep(instruction);
            return;
        }

        var constrained = prefixes.Find(prefix => prefix.OpCode.Code == Code.Constrained)?.Operand as TypeReference;
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, constrained, IsBaseCall(instruction, callee));
        if (redirect.Target is { } target && !IsPlainMemory(target))
        {
            if (constrained is GenericParameter parameter && !redirect.TakesAddress)
                OnParameter(instruction, callee, parameter, target);
            else
                Emit(OpCodes.Call, target);
            return;
        }

        // A task that comes from where nothing is under control is refused where it is awaited, if it is not completed by then.
        if (redirect.IsRefused && !KnownApis.IsOnlyForItsTask(callee))
        {
            Emit(OpCodes.Ldstr, SourceNames.Api(callee));
            Emit(OpCodes.Call, hooks.Get(Hooks.UnsupportedHere));
        }

        Keep(instruction);
        if (redirect.IsRefused)
            NoteOrigin(callee);
    }

    /// <summary>Models that only look for races.</summary>
    private static bool IsPlainMemory(MethodReference target) => target.DeclaringType.Namespace == typeof(Models.Memory.ArrayModel).Namespace;

    private void ControlledPointer(Instruction instruction, MethodReference callee)
    {
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, null, isBaseCall: false);
        if (redirect.Target is not { } target || IsPlainMemory(target) || (callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType) && IsOpen(callee)))
        {
            Keep(instruction);
            return;
        }

        if (callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType))
            target = weaver.Thunks.Add(target, callee.DeclaringType, callee);
        if (instruction.OpCode.Code == Code.Ldvirtftn)
            Emit(OpCodes.Pop);
        Emit(OpCodes.Ldftn, target);
    }
}
