using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites reads and writes through references and pointers, and of what lies in boxes: behind each may be memory that operations share.</summary>
internal sealed class IndirectRewriter(MethodDefinition method, Emitter emitter, EvaluationStack stack)
{
    /// <param name="instruction">The access.</param>
    /// <param name="stated">The type that the instruction names; null where it names a size alone.</param>
    public void Rewrite(Instruction instruction, TypeReference? stated)
    {
        var code = instruction.OpCode.Code;
        var store = ElementCodes.IsStore(code);
        var address = stack.Peek(store && code != Code.Initobj ? 1 : 0);
        var type = stated ?? address.Pointee ?? ElementCodes.Type(code, method.Module.TypeSystem);
        var isThisUnderConstruction = address.Origin == Origin.This && method.IsConstructor;
        if (address.Origin == Origin.Private || isThisUnderConstruction
            || !(TypeShapes.CanBeArgument(type) || type is GenericParameter))
        {
            emitter.Keep(instruction);
            return;
        }

        var member = string.IsNullOrEmpty(address.Text) ? "*" : address.Text;
        (Delegate Read, Delegate Write) hook = !TypeShapes.CanBeArgument(type) ? (Hooks.ReadIndirectOfAny<Any>, Hooks.WriteIndirectOfAny<Any>)
            : IsPointer(address) ? (Hooks.ReadPointer<Any>, Hooks.WritePointer<Any>)
            : emitter.Has(Code.Volatile) ? (Hooks.ReadIndirectVolatile<Any>, Hooks.WriteIndirectVolatile<Any>)
            : (Hooks.ReadIndirect<Any>, Hooks.WriteIndirect<Any>);
        if (!store)
        {
            emitter.CallAt(emitter.Site(SiteKind.Read, member), hook.Read, type);
            return;
        }

        var value = emitter.Spill(type);
        if (code == Code.Initobj)
        {
            emitter.Emit(OpCodes.Ldloca, value);
            emitter.Emit(OpCodes.Initobj, type);
            emitter.Emit(OpCodes.Ldloc, value);
        }

        emitter.CallAt(emitter.Site(SiteKind.Write, member), hook.Write, type);
    }

    /// <summary>What is in a box can be changed by the methods of the struct, so others may share it.</summary>
    public void RewriteUnbox(Instruction instruction, TypeReference type)
    {
        if (!TypeShapes.CanBeArgument(type) || TypeShapes.IsPlatform(type) || !TypeShapes.MayChange(type))
        {
            emitter.Keep(instruction);
            return;
        }

        var isValue = instruction.OpCode.Code == Code.Unbox_Any;
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Unbox, type);
        var site = emitter.Site(isValue ? SiteKind.Read : SiteKind.Address, SourceNames.Type(type));
        emitter.CallAt(site, isValue ? Hooks.Read<Any> : Hooks.Address<Any>, type);
    }

    /// <summary>Arithmetic leaves a number of what was a pointer.</summary>
    private static bool IsPointer(Slot address) => address.Type is PointerType or { IsPrimitive: true };
}
