using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites code of packages: what it does with tasks, locks, time and atomic memory is under control. Its plain accesses to memory are
/// its own affair; nothing here has a place, since the line to tell is the program's that called.
/// </summary>
internal sealed class PackageRewriter(
    ModuleWeaver weaver,
    MethodDefinition method,
    Emitter emitter,
    EvaluationStack stack,
    ModelCallRewriter models,
    DelegateRewriter delegates,
    StaticFieldRewriter statics,
    LoopRewriter loops)
{
    private readonly bool takesAddresses = TakesAddresses(method);

    public void Rewrite(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Ldfld or Code.Stfld or Code.Ldflda:
                Field(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Ldsfld or Code.Stsfld or Code.Ldsflda:
                StaticField(instruction, (FieldReference)instruction.Operand);
                break;
            case Code.Call or Code.Callvirt or Code.Newobj:
                Call(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldftn or Code.Ldvirtftn:
                FunctionPointer(instruction, (MethodReference)instruction.Operand);
                break;
            case Code.Ldelema when takesAddresses && !emitter.Has(Code.Readonly) && TypeShapes.CanBeArgument((TypeReference)instruction.Operand):
                emitter.Emit(OpCodes.Conv_I);
                emitter.CallAt(-1, Hooks.AddressElement<Any>, (TypeReference)instruction.Operand);
                break;
            default:
                loops.Leave(instruction);
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

    private void Field(Instruction instruction, FieldReference field)
    {
        var code = instruction.OpCode.Code;
        var owner = stack.Peek(code == Code.Stfld ? 1 : 0);
        var type = TypeShapes.Field(field);
        var isOfObject = owner.Type is not null && !owner.IsAddress && !owner.Type.IsValueType && !TypeShapes.IsValueType(field.DeclaringType);
        if (!isOfObject || !TypeShapes.CanBeArgument(type) || !(emitter.Has(Code.Volatile) || (code == Code.Ldflda && takesAddresses)))
        {
            emitter.Keep(instruction);
            return;
        }

        var value = code == Code.Stfld ? emitter.Spill(type) : null;
        if (value is not null)
            emitter.Emit(OpCodes.Stloc, value);
        emitter.Emit(OpCodes.Dup);
        emitter.Emit(OpCodes.Ldflda, field);
        if (code == Code.Ldflda)
        {
            emitter.CallAt(-1, Hooks.Address<Any>, type);
            return;
        }

        if (value is not null)
            emitter.Emit(OpCodes.Ldloc, value);
        emitter.Call(value is null ? Hooks.ReadVolatileHere<Any> : Hooks.WriteVolatileHere<Any>, type);
    }

    private void StaticField(Instruction instruction, FieldReference field)
    {
        var code = instruction.OpCode.Code;
        var type = TypeShapes.Field(field);
        if (!weaver.Options.KeepStatics)
        {
            statics.EnsureInitialised(field);
            if (weaver.Statics.IsPerThread(field))
            {
                statics.PerThread(instruction, field, type);
                return;
            }
        }

        if (!TypeShapes.CanBeArgument(type) || !(emitter.Has(Code.Volatile) || (code == Code.Ldsflda && takesAddresses)))
        {
            emitter.Keep(instruction);
            return;
        }

        var value = code == Code.Stsfld ? emitter.Spill(type) : null;
        if (value is not null)
            emitter.Emit(OpCodes.Stloc, value);
        emitter.Emit(OpCodes.Ldsflda, field);
        if (value is not null)
            emitter.Emit(OpCodes.Ldloc, value);
        emitter.Emit(OpCodes.Ldstr, StaticFieldRewriter.FullName(field));
        Delegate hook = code == Code.Ldsflda ? Hooks.AddressStaticHere<Any>
            : value is null ? Hooks.ReadStaticVolatileHere<Any> : Hooks.WriteStaticVolatileHere<Any>;
        emitter.Call(hook, type);
    }

    private void Call(Instruction instruction, MethodReference callee)
    {
        if (callee.DeclaringType is ArrayType)
        {
            emitter.Keep(instruction);
            return;
        }

        var constrained = emitter.Constrained;
        var redirect = models.Find(instruction, callee, constrained);
        if (redirect.Target is { } target && !IsPlainMemory(target))
        {
            if (constrained is GenericParameter parameter && !redirect.TakesAddress)
                models.OnParameter(instruction, callee, parameter, target, null);
            else
                emitter.Emit(OpCodes.Call, target);
            return;
        }

        if (redirect.IsAdvised)
        {
            models.Advise(instruction, callee, redirect);
            return;
        }

        // A task that comes from where nothing is under control is refused where it is awaited, if it is not completed by then.
        if (redirect.IsRefused && !KnownApis.IsOnlyForItsTask(callee))
        {
            emitter.Emit(OpCodes.Ldstr, SourceNames.Api(callee));
            emitter.Call(Hooks.UnsupportedHere);
        }

        emitter.Keep(instruction);
        if (redirect.IsRefused)
            models.NoteOrigin(callee);
    }

    /// <summary>Models that only look for races. What orders one call after another, such as a pool, lies elsewhere.</summary>
    private static bool IsPlainMemory(MethodReference target) => target.DeclaringType.Namespace == typeof(Models.Memory.ArrayModel).Namespace;

    private void FunctionPointer(Instruction instruction, MethodReference callee)
    {
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, null, isBaseCall: false);
        var isControlled = redirect.Target is { } target ? !IsPlainMemory(target) : redirect.IsAdvised;
        if (!isControlled || DelegateRewriter.IsOpenOnValue(callee))
        {
            emitter.Keep(instruction);
            return;
        }

        var over = delegates.Over(redirect, callee);
        if (instruction.OpCode.Code == Code.Ldvirtftn)
            emitter.Emit(OpCodes.Pop);
        emitter.Emit(OpCodes.Ldftn, over);
    }
}
