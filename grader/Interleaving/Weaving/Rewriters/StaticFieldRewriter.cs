using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites reads, writes and addresses of static fields: each execution finds them as the type's initialiser leaves them, others may
/// come first, and races are seen.
/// </summary>
internal sealed class StaticFieldRewriter(ModuleWeaver weaver, MethodDefinition method, Emitter emitter)
{
    public void Rewrite(Instruction instruction, FieldReference field)
    {
        var type = TypeShapes.Field(field);
        EnsureInitialised(field);
        if (weaver.Statics.IsPerThread(field))
        {
            PerThread(instruction, field, type);
            return;
        }

        if (!TypeShapes.CanBeArgument(type) || IsUnshared(field))
        {
            emitter.Keep(instruction);
            return;
        }

        var member = $"{SourceNames.Type(field.DeclaringType)}.{SourceNames.Field(field.Name)}";
        var isVolatile = emitter.Has(Code.Volatile);
        switch (instruction.OpCode.Code)
        {
            case Code.Ldsfld when isVolatile:
                Access(SiteKind.Read, Hooks.ReadStaticVolatile<Any>, Hooks.ReadStaticVolatileOf<Any>);
                break;
            case Code.Ldsfld:
                Access(SiteKind.Read, Hooks.ReadStatic<Any>, Hooks.ReadStaticOf<Any>);
                break;
            case Code.Ldsflda:
                Access(SiteKind.Address, Hooks.AddressStatic<Any>, Hooks.AddressStaticOf<Any>);
                break;
            case var _ when isVolatile:
                Access(SiteKind.Write, Hooks.WriteStaticVolatile<Any>, Hooks.WriteStaticVolatileOf<Any>);
                break;
            default:
                Access(SiteKind.Write, Hooks.WriteStatic<Any>, Hooks.WriteStaticOf<Any>);
                break;
        }

        void Access(SiteKind kind, Delegate hook, Delegate ofGeneric)
        {
            var value = kind == SiteKind.Write ? emitter.Spill(type) : null;
            if (value is not null)
                emitter.Emit(OpCodes.Stloc, value);
            emitter.Emit(OpCodes.Ldsflda, field);
            if (value is not null)
                emitter.Emit(OpCodes.Ldloc, value);
            var site = emitter.Site(kind, member, FullName(field));
            if (field.DeclaringType is GenericInstanceType)
            {
                emitter.Emit(OpCodes.Ldtoken, field.DeclaringType);
                hook = ofGeneric;
            }

            emitter.CallAt(site, hook, type);
        }
    }

    /// <summary>What tells the field from others of the same short name.</summary>
    public static string FullName(FieldReference field) => $"{field.DeclaringType.GetElementType().FullName}.{field.Name}";

    /// <summary>Before the field is used, its type is initialised.</summary>
    public void EnsureInitialised(FieldReference field)
    {
        if (weaver.Statics.Ensure(field) is { } ensure)
        {
            emitter.Emit(OpCodes.Call, ensure);
        }
        else if (weaver.Statics.IsForeign(field))
        {
            emitter.Emit(OpCodes.Ldtoken, field.DeclaringType);
            emitter.Call(StaticState.Ensure);
        }
    }

    /// <summary>A field that each operation has for itself, as each thread has it.</summary>
    public void PerThread(Instruction instruction, FieldReference field, TypeReference type)
    {
        var value = instruction.OpCode.Code == Code.Stsfld ? emitter.Spill(type) : null;
        if (value is not null)
        {
            emitter.StoreUnseen();
            emitter.Emit(OpCodes.Stloc, value);
        }

        emitter.Emit(OpCodes.Ldtoken, field.DeclaringType);
        emitter.Emit(OpCodes.Ldc_I4, TypeShapes.TryResolve(field)!.MetadataToken.ToInt32());
        emitter.Call(ThreadStatics.Of<Any>, type);
        if (value is not null)
        {
            emitter.Emit(OpCodes.Ldloc, value);
            emitter.Emit(OpCodes.Stobj, type);
        }
        else if (instruction.OpCode.Code == Code.Ldsfld)
        {
            emitter.Emit(OpCodes.Ldobj, type);
        }
    }

    private bool IsUnshared(FieldReference field)
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
