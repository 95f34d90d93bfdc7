using Interleaving.Naming;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Instance and static fields.</content>
internal sealed partial class MethodWeaver
{
    private void Field(Instruction instruction, FieldReference field)
    {
        var code = instruction.OpCode.Code;
        var owner = stack.Peek(code == Code.Stfld ? 1 : 0);
        var type = TypeShapes.Substitute(TypeShapes.Unmodified(field.FieldType), field.DeclaringType);
        if (!TypeShapes.CanBeArgument(type) || IsUnshared(field, owner))
        {
            Keep(instruction);
            return;
        }

        var member = SourceNames.Member(owner.Text, field.DeclaringType, SourceNames.Field(field.Name));
        if (owner.Type is null ? TypeShapes.IsValueType(field.DeclaringType) : owner.IsAddress || owner.Type.IsValueType)
            FieldOfValue(instruction, field, type, owner, member);
        else
            FieldOfObject(instruction, field, type, member);
    }

    private void FieldOfObject(Instruction instruction, FieldReference field, TypeReference type, string member)
    {
        var isVolatile = Has(Code.Volatile);
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld:
                Emit(OpCodes.Dup);
                Emit(OpCodes.Ldflda, field);
                EmitHook(isVolatile ? Hooks.ReadVolatile<Any> : Hooks.Read<Any>, type, Site(SiteKind.Read, member));
                break;
            case Code.Ldflda:
                Emit(OpCodes.Dup);
                Emit(OpCodes.Ldflda, field);
                EmitHook(Hooks.Address<Any>, type, Site(SiteKind.Address, member));
                break;
            default:
                var value = Spill(type);
                Emit(OpCodes.Stloc, value);
                Emit(OpCodes.Dup);
                Emit(OpCodes.Ldflda, field);
                Emit(OpCodes.Ldloc, value);
                EmitHook(isVolatile ? Hooks.WriteVolatile<Any> : Hooks.Write<Any>, type, Site(SiteKind.Write, member));
                break;
        }
    }

    /// <summary>A field of a struct: on the stack it is nobody else's; behind an address, it may lie in any object.</summary>
    private void FieldOfValue(Instruction instruction, FieldReference field, TypeReference type, Slot owner, string member)
    {
        (Delegate Read, Delegate Write) hook = owner.Type is PointerType ? (Hooks.ReadPointer<Any>, Hooks.WritePointer<Any>)
            : Has(Code.Volatile) ? (Hooks.ReadIndirectVolatile<Any>, Hooks.WriteIndirectVolatile<Any>) : (Hooks.ReadIndirect<Any>, Hooks.WriteIndirect<Any>);
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld when owner.IsAddress && owner.Origin != Origin.Private:
                Emit(OpCodes.Ldflda, field);
                EmitHook(hook.Read, type, Site(SiteKind.Read, member));
                break;
            case Code.Stfld when owner.Origin != Origin.Private:
                var value = Spill(type);
                Emit(OpCodes.Stloc, value);
                Emit(OpCodes.Ldflda, field);
                Emit(OpCodes.Ldloc, value);
                EmitHook(hook.Write, type, Site(SiteKind.Write, member));
                break;
            default:
                Keep(instruction);
                break;
        }
    }

    private void StaticField(Instruction instruction, FieldReference field)
    {
        var type = TypeShapes.Substitute(TypeShapes.Unmodified(field.FieldType), field.DeclaringType);
        Ensure(field);
        if (weaver.Statics.IsPerThread(field))
        {
            PerThread(instruction, field, type);
            return;
        }

        if (!TypeShapes.CanBeArgument(type) || IsUnsharedStatic(field))
        {
            Keep(instruction);
            return;
        }

        var member = $"{SourceNames.Type(field.DeclaringType)}.{SourceNames.Field(field.Name)}";
        var target = $"{field.DeclaringType.GetElementType().FullName}.{field.Name}";
        var isVolatile = Has(Code.Volatile);
        switch (instruction.OpCode.Code)
        {
            case Code.Ldsfld:
                Emit(OpCodes.Ldsflda, field);
                EmitStaticHook(
                    isVolatile ? Hooks.ReadStaticVolatile<Any> : Hooks.ReadStatic<Any>,
                    isVolatile ? Hooks.ReadStaticVolatileOf<Any> : Hooks.ReadStaticOf<Any>,
                    field,
                    type,
                    Site(SiteKind.Read, member, target));
                break;
            case Code.Ldsflda:
                Emit(OpCodes.Ldsflda, field);
                EmitStaticHook(Hooks.AddressStatic<Any>, Hooks.AddressStaticOf<Any>, field, type, Site(SiteKind.Address, member, target));
                break;
            default:
                var value = Spill(type);
                Emit(OpCodes.Stloc, value);
                Emit(OpCodes.Ldsflda, field);
                Emit(OpCodes.Ldloc, value);
                EmitStaticHook(
                    isVolatile ? Hooks.WriteStaticVolatile<Any> : Hooks.WriteStatic<Any>,
                    isVolatile ? Hooks.WriteStaticVolatileOf<Any> : Hooks.WriteStaticOf<Any>,
                    field,
                    type,
                    Site(SiteKind.Write, member, target));
                break;
        }
    }

    private void PerThread(Instruction instruction, FieldReference field, TypeReference type)
    {
        var value = instruction.OpCode.Code == Code.Stsfld ? Spill(type) : null;
        if (value is not null)
        {
            unseen.Add(at);
            Emit(OpCodes.Stloc, value);
        }

        Emit(OpCodes.Ldtoken, field.DeclaringType);
        Emit(OpCodes.Ldc_I4, TypeShapes.TryResolve(field)!.MetadataToken.ToInt32());
        Emit(OpCodes.Call, hooks.Get(ThreadStatics.Of<Any>, type));
        if (value is not null)
        {
            Emit(OpCodes.Ldloc, value);
            Emit(OpCodes.Stobj, type);
        }
        else if (instruction.OpCode.Code == Code.Ldsfld)
        {
            Emit(OpCodes.Ldobj, type);
        }
    }

    private void EmitStaticHook(Delegate hook, Delegate ofGeneric, FieldReference field, TypeReference type, int site)
    {
        var isGeneric = field.DeclaringType is GenericInstanceType;
        if (isGeneric)
            Emit(OpCodes.Ldtoken, field.DeclaringType);
        EmitHook(isGeneric ? ofGeneric : hook, type, site);
    }

    private void Ensure(FieldReference field)
    {
        if (weaver.Statics.Ensure(field) is { } ensure)
        {
            Emit(OpCodes.Call, ensure);
        }
        else if (weaver.Statics.IsForeign(field))
        {
            Emit(OpCodes.Ldtoken, field.DeclaringType);
            Emit(OpCodes.Call, hooks.Get(StaticState.Ensure));
        }
    }

    /// <summary>
    /// Whether no two operations can meet at the field: it is a state machine's own, belongs to an object that nobody else
    /// knows yet, or never changes once such an object is known.
    /// </summary>
    private bool IsUnshared(FieldReference field, Slot owner)
    {
        if (stack.IsFresh(owner) || SourceNames.IsStateMachine(field.DeclaringType))
            return true;
        if (owner.Origin == Origin.This && method.IsConstructor && !stack.ThisEscaped)
            return true;

        if (weaver.Constants.Contains(field))
            return true;

        // Where a closure keeps a delegate that it made: whoever comes second finds it or makes an equal one.
        if (CompilerNames.IsCachedDelegate(field.Name))
            return true;

        // Links between closures, and a closure's captured `this`, are set once, before the closure is used.
        if (SourceNames.IsClosure(field.DeclaringType) && SourceNames.Field(field.Name).Length == 0)
            return true;

        // A readonly field of a struct changes with the variable that holds the struct.
        return !method.IsConstructor && TypeShapes.TryResolve(field) is { IsInitOnly: true, DeclaringType.IsValueType: false };
    }

    private bool IsUnsharedStatic(FieldReference field)
    {
        // The compiler's caches of delegates and call sites: whoever comes second finds or makes an equal one.
        if (SourceNames.IsCompilers(field.DeclaringType) || CompilerNames.IsNameless(field.Name))
            return true;
        if (TypeShapes.IsPlatform(field.DeclaringType))
            return true;

        // A type's initialiser is alone with the type.
        if (Statics.IsInitializer(method) && SourceNames.Type(field.DeclaringType) == SourceNames.Type(method.DeclaringType))
            return true;
        if (weaver.Constants.Contains(field))
            return true;
        return TypeShapes.TryResolve(field) is { } definition
            && (weaver.Statics.WasReadOnly(definition) || definition.RVA != 0);
    }
}
