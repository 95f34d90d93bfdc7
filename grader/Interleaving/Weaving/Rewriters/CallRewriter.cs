using Interleaving.Instrumentation;
using Interleaving.SourceMap;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>
/// Rewrites calls: those that the engine controls go to its models, those that it cannot control are refused, and the others are handed to
/// whoever knows what they imply.
/// </summary>
internal sealed class CallRewriter(
    ModuleWeaver weaver,
    Emitter emitter,
    EvaluationStack stack,
    CallSites sites,
    ModelCallRewriter models,
    PlatformCallRewriter platform,
    CollectionRewriter collections,
    OrderRewriter orders,
    PointerRewriter pointers,
    AssertionRewriter assertions)
{
    public void Rewrite(Instruction instruction, MethodReference callee)
    {
        var constrained = emitter.Constrained;
        if (pointers.IsConstantData(instruction, callee))
        {
            emitter.Keep(instruction);
            return;
        }

        pointers.References(callee);
        if (Ordered.Is(callee))
            orders.Order(callee);
        if (constrained is not null && IsHashCode(callee) && TypeShapes.CanBeArgument(constrained) && !constrained.IsPrimitive)
        {
            HashCode(constrained);
            return;
        }

        var redirect = models.Find(instruction, callee, constrained);
        if (redirect.Target is { } target)
            ToModel(instruction, callee, constrained, target, redirect.TakesAddress);
        else if (redirect.IsAdvised)
            Advised(instruction, callee, redirect);
        else if (redirect.IsRefused)
            Refused(instruction, callee, constrained);
        else
            AsItIs(instruction, callee, constrained);
    }

    private void ToModel(Instruction instruction, MethodReference callee, TypeReference? constrained, MethodReference target, bool takesAddress)
    {
        if (constrained is GenericParameter parameter && !takesAddress)
        {
            models.OnParameter(instruction, callee, parameter, target, sites);
            return;
        }

        collections.TouchArguments(callee);
        sites.Note(callee);
        emitter.Emit(OpCodes.Call, target);
    }

    private void Advised(Instruction instruction, MethodReference callee, Redirect advice)
    {
        collections.TouchArguments(callee);
        sites.Note(callee);
        models.Advise(instruction, callee, advice);
    }

    /// <summary>A call that goes where its code has it go, once it is known what it implies.</summary>
    private void AsItIs(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        var isPlatform = TypeShapes.IsPlatform(callee.DeclaringType);
        if (PoolBound.Is(callee) && PoolBound.IsInBase(callee) && models.IsBaseCall(instruction, callee))
            emitter.Refuse(SourceNames.Api(callee));
        if (isPlatform && Ordered.StaticProperty(callee) is { } property)
            orders.OrderStatic(callee, property);
        if (IsInvocation(callee))
            sites.Note(callee);
        if (weaver.Redirects.IsControlled(callee))
        {
            Into(callee, constrained);
            emitter.Keep(instruction);
        }
        else if (isPlatform)
        {
            // The engine's own channel lies behind the platform's class.
            if (CallSites.IsEndOfChannel(callee.DeclaringType) && constrained is null)
                sites.Note(callee);
            platform.Rewrite(instruction, callee, constrained);
        }
        else
        {
            ToAnotherAssembly(instruction, callee, constrained);
        }
    }

    private void Refused(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        emitter.Refuse(SourceNames.Api(callee));
        if (IsInvocation(callee))
            sites.Note(callee);
        ToAnotherAssembly(instruction, callee, constrained);
    }

    /// <summary>A call of the program's own, or of a library that is neither modelled nor woven.</summary>
    private void ToAnotherAssembly(Instruction instruction, MethodReference callee, TypeReference? constrained)
    {
        if (constrained is null && AssertionRewriter.IsNUnit(callee.DeclaringType))
        {
            assertions.Rewrite(instruction, callee);
        }
        else if (!pointers.Accessor(instruction, callee))
        {
            emitter.Keep(instruction);
            if (callee.DeclaringType.GetElementType().Scope is AssemblyNameReference)
                models.NoteOrigin(callee);
        }
    }

    /// <summary>A call through a delegate: behind it may be a method of the platform, which does not know from where it is called.</summary>
    private static bool IsInvocation(MethodReference callee) =>
        callee is { Name: "Invoke", HasThis: true }
        && TypeShapes.TryResolve(callee)?.DeclaringType.BaseType?.FullName == typeof(MulticastDelegate).FullName;

    /// <summary>A call of a package: others may come between two of them on one object.</summary>
    private void Into(MethodReference callee, TypeReference? constrained)
    {
        if (!callee.HasThis || callee.Name == ".ctor" || constrained is not null || TypeShapes.IsValueType(callee.DeclaringType))
        {
            sites.Note(callee);
            return;
        }

        var arguments = emitter.SpillArguments(callee);
        emitter.Emit(OpCodes.Dup);
        emitter.CallAt(sites.Of(callee), Hooks.Into);
        emitter.Load(arguments);
    }

    private static bool IsHashCode(MethodReference callee) =>
        callee is { Name: "GetHashCode", HasThis: true, Parameters.Count: 0, DeclaringType.MetadataType: MetadataType.Object };

    /// <summary>The hash code of a value that may be a struct: the engine's, which is the same in each run.</summary>
    private void HashCode(TypeReference type)
    {
        var address = stack.Peek();
        if (address is { IsAddress: true, Origin: Origin.Unknown })
            emitter.CallAt(emitter.Site(SiteKind.Read, address.Text ?? "*"), Hooks.ReadIndirect<Any>, type);
        else
            emitter.Emit(OpCodes.Ldobj, type);
        emitter.Call(Hooks.HashOf<Any>, type);
    }
}
