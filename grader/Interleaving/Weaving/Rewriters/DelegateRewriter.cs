using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Rewrites the making of delegates over methods of the platform, which would call them where the engine does not see it.</summary>
internal sealed class DelegateRewriter(ModuleWeaver weaver, Emitter emitter, EvaluationStack stack, CollectionRewriter collections)
{
    /// <summary>The model's method closed over the instance takes the same arguments.</summary>
    public void Rewrite(Instruction instruction, MethodReference callee)
    {
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, null, isBaseCall: false);
        if ((redirect.Target is not null || redirect.IsAdvised) && !IsOpenOnValue(callee))
        {
            Instance(instruction.OpCode.Code, callee);
            emitter.Emit(OpCodes.Ldftn, Over(redirect, callee));
            return;
        }

        var isView = TypeShapes.IsValueType(callee.DeclaringType) && TypeShapes.IsPlatform(callee.DeclaringType)
            && Collections.IsOne(callee.DeclaringType.GetElementType()) && Collections.StandsForAnother(callee);
        if (redirect.Target is not null || redirect.IsAdvised || redirect.IsRefused || isView)
            emitter.Refuse(SourceNames.Api(callee));
        else if (TypeShapes.IsPlatform(callee.DeclaringType) && OverCollection(instruction.OpCode.Code, callee))
            return;
        emitter.Keep(instruction);
    }

    /// <summary>The model's method, or for a struct's method one that takes the struct in a box.</summary>
    public MethodReference Over(Redirect redirect, MethodReference callee) =>
        callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType) ? weaver.Thunks.Add(redirect, callee) : redirect.Target!;

    /// <summary>A method of a struct with type arguments, for which there is no such method.</summary>
    public static bool IsOpenOnValue(MethodReference callee) =>
        callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType) && callee is GenericInstanceMethod or { DeclaringType: GenericInstanceType };

    /// <summary>A method of a collection that becomes a delegate (<c>Parallel.For(0, 3, list.Add)</c>).</summary>
    private bool OverCollection(Code code, MethodReference callee)
    {
        if (callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType))
            return false;

        // A protected method can be called from here, but not from another type.
        if (TypeShapes.TryResolve(callee) is { IsPublic: false })
            return false;
        var touching = callee.HasThis ? collections.Receiver(callee) : Touching.None;
        var arguments = callee.Parameters
            .Select((_, i) => Collections.Argument(callee, i) is not Touching.ReadGraph and var access ? access : Touching.None)
            .ToArray();
        if (touching == Touching.None && Array.TrueForAll(arguments, argument => argument == Touching.None))
            return false;
        var site = emitter.Site(
            CollectionRewriter.Writes(touching) ? SiteKind.Write : SiteKind.Read, SourceNames.Called(callee, stack.Peek().Text));
        Instance(code, callee);
        emitter.Emit(OpCodes.Ldftn, weaver.Thunks.Touching(weaver.Hooks, callee, code, touching, arguments, site));
        return true;
    }

    /// <summary>A delegate over a static method may be made on null; one over a method of an instance may not.</summary>
    private void Instance(Code code, MethodReference callee)
    {
        if (!callee.HasThis)
            return;
        if (code != Code.Ldvirtftn)
            emitter.Emit(OpCodes.Dup);
        var isLookedUp = code == Code.Ldvirtftn
            && TypeShapes.TryResolve(callee) is not ({ IsVirtual: false } or { IsFinal: true } or { DeclaringType.IsSealed: true });
        emitter.Call(isLookedUp ? Hooks.NotNullVirtually : Hooks.NotNull);
    }
}
