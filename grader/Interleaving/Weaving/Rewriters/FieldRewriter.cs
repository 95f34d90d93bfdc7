using Interleaving.Instrumentation;
using Interleaving.Naming;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites reads, writes and addresses of instance fields that operations may share: others may come first, and races are seen.</summary>
internal sealed class FieldRewriter(ModuleWeaver weaver, MethodDefinition method, Emitter emitter, EvaluationStack stack)
{
    public void Rewrite(Instruction instruction, FieldReference field)
    {
        var owner = stack.Peek(instruction.OpCode.Code == Code.Stfld ? 1 : 0);
        var type = TypeShapes.Field(field);
        if (!TypeShapes.CanBeArgument(type) || IsUnshared(field, owner))
        {
            emitter.Keep(instruction, stack.IsFresh(owner));
            return;
        }

        var member = SourceNames.Member(owner.Text, field.DeclaringType, SourceNames.Field(field.Name));
        if (owner.Type is null ? TypeShapes.IsValueType(field.DeclaringType) : owner.IsAddress || owner.Type.IsValueType)
            OfValue(instruction, field, type, owner, member);
        else
            OfObject(instruction, field, type, member);
    }

    private void OfObject(Instruction instruction, FieldReference field, TypeReference type, string member)
    {
        var isVolatile = emitter.Has(Code.Volatile);
        var value = instruction.OpCode.Code == Code.Stfld ? emitter.Spill(type) : null;
        if (value is not null)
            emitter.Emit(OpCodes.Stloc, value);
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Ldflda, field);
        if (value is not null)
        {
            emitter.Emit(OpCodes.Ldloc, value);
            emitter.CallAt(emitter.Site(SiteKind.Write, member), isVolatile ? Hooks.WriteVolatile<Any> : Hooks.Write<Any>, type);
        }
        else if (instruction.OpCode.Code == Code.Ldfld)
        {
            emitter.CallAt(emitter.Site(SiteKind.Read, member), isVolatile ? Hooks.ReadVolatile<Any> : Hooks.Read<Any>, type);
        }
        else
        {
            emitter.CallAt(emitter.Site(SiteKind.Address, member), Hooks.Address<Any>, type);
        }
    }

    /// <summary>A field of a struct: on the stack it is nobody else's; behind an address, it may lie in any object.</summary>
    private void OfValue(Instruction instruction, FieldReference field, TypeReference type, Slot owner, string member)
    {
        (Delegate Read, Delegate Write) hook = owner.Type is PointerType ? (Hooks.ReadPointer<Any>, Hooks.WritePointer<Any>)
            : emitter.Has(Code.Volatile) ? (Hooks.ReadIndirectVolatile<Any>, Hooks.WriteIndirectVolatile<Any>)
            : (Hooks.ReadIndirect<Any>, Hooks.WriteIndirect<Any>);
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld when owner.IsAddress && owner.Origin != Origin.Private:
                emitter.Emit(OpCodes.Ldflda, field);
                emitter.CallAt(emitter.Site(SiteKind.Read, member), hook.Read, type);
                break;
            case Code.Stfld when owner.Origin != Origin.Private:
                var value = emitter.Spill(type);
                emitter.Emit(OpCodes.Stloc, value);
                emitter.Emit(OpCodes.Ldflda, field);
                emitter.Emit(OpCodes.Ldloc, value);
                emitter.CallAt(emitter.Site(SiteKind.Write, member), hook.Write, type);
                break;
            default:
                // Whether a variable of the method's own carries what is stored into it is known from where its address is loaded.
                emitter.Keep(instruction, owner.Origin == Origin.Private && !SourceNames.IsStateMachine(method.DeclaringType));
                break;
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
}
