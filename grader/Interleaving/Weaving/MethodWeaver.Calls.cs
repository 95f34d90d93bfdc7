using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>Calls of the platform.</content>
internal sealed partial class MethodWeaver
{
    private void Call(Instruction instruction, MethodReference callee)
    {
        if (callee.DeclaringType is ArrayType array)
        {
            MatrixElement(instruction, callee, array);
            return;
        }

        if (prefixes.Count == 0 && weaver.Accessors.Find(callee) is { } backing)
        {
            instruction.OpCode = Accessors.Code(callee);
            instruction.Operand = backing;
            if (callee.HasThis)
                Field(instruction, backing);
            else
                StaticField(instruction, backing);
            return;
        }

        var constrained = prefixes.Find(prefix => prefix.OpCode.Code == Code.Constrained)?.Operand as TypeReference;
        if (IsConstantData(instruction, callee))
        {
            Keep(instruction);
            return;
        }

        References(callee);
        if (Ordered.Is(callee))
            Order(callee);
        if (constrained is not null && IsHashCode(callee) && TypeShapes.CanBeArgument(constrained) && !constrained.IsPrimitive)
        {
            HashCode(constrained);
            return;
        }

        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, constrained, IsBaseCall(instruction, callee));
        if (redirect.Target is { } target)
        {
            if (constrained is GenericParameter parameter && !redirect.TakesAddress)
            {
                OnParameter(instruction, callee, parameter, target);
                return;
            }

            TouchArguments(callee);
            PassHere(callee);
            Emit(OpCodes.Call, target);
            return;
        }

        if (redirect.IsRefused || (PoolBound.Is(callee) && PoolBound.IsInBase(callee) && IsBaseCall(instruction, callee)))
            Refuse(SourceNames.Api(callee));
        if (!redirect.IsRefused && TypeShapes.IsPlatform(callee.DeclaringType) && Ordered.StaticProperty(callee) is { } property)
            EmitOrder(Hooks.OrderStatic, Site(SiteKind.Call, SourceNames.Call(callee), property));
        if (IsInvocation(callee))
            PassHere(callee);
        if (!redirect.IsRefused && weaver.Redirects.IsControlled(callee))
        {
            Into(callee, constrained);
            Keep(instruction);
        }
        else if (!redirect.IsRefused && TypeShapes.IsPlatform(callee.DeclaringType))
        {
            // The engine's own channel lies behind the platform's class.
            if (IsEndOfChannel(callee.DeclaringType) && constrained is null)
                PassHere(callee);
            Foreign(instruction, callee, constrained);
        }
        else if (constrained is null && IsNUnit(callee.DeclaringType))
            Assertion(instruction, callee);
        else if (!Accessor(instruction, callee))
        {
            Keep(instruction);
            if (callee.DeclaringType.GetElementType().Scope is AssemblyNameReference)
                NoteOrigin(callee);
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
            PassHere(callee);
            return;
        }

        var arguments = Spill(callee);
        Emit(OpCodes.Dup);
        EmitOrder(Hooks.Into, CallSite(callee));
        foreach (var argument in arguments)
            Emit(OpCodes.Ldloc, argument);
    }

    /// <summary>A task that another assembly hands out may be none that is under control.</summary>
    private void NoteOrigin(MethodReference callee)
    {
        if (callee.ReturnType.GetElementType().FullName is not ("System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1"))
            return;
        Emit(OpCodes.Dup);
        Emit(OpCodes.Ldstr, SourceNames.Api(callee));
        Emit(OpCodes.Call, hooks.Get(Hooks.CameFrom));
    }

    /// <summary>Notes the line of a call.</summary>
    private void PassHere(MethodReference callee)
    {
        Emit(OpCodes.Ldc_I4, CallSite(callee));
        Emit(OpCodes.Call, hooks.Get(Hooks.At));
    }

    /// <summary>The object lies beneath the arguments, and stays there.</summary>
    private void Order(MethodReference callee)
    {
        var arguments = Spill(callee);
        Emit(OpCodes.Dup);
        EmitOrder(Hooks.Order, Site(SiteKind.Call, Member(callee)));
        foreach (var argument in arguments)
            Emit(OpCodes.Ldloc, argument);
    }

    private void EmitOrder(Delegate hook, int site)
    {
        Emit(OpCodes.Ldc_I4, site);
        Emit(OpCodes.Call, hooks.Get(hook));
    }

    private static bool IsHashCode(MethodReference callee) =>
        callee is { Name: "GetHashCode", HasThis: true, Parameters.Count: 0, DeclaringType.MetadataType: MetadataType.Object };

    private void HashCode(TypeReference type)
    {
        var address = stack.Peek();
        if (address is { IsAddress: true, Origin: Origin.Unknown })
            EmitHook(Hooks.ReadIndirect<Any>, type, Site(SiteKind.Read, address.Text ?? "*"));
        else
            Emit(OpCodes.Ldobj, type);
        Emit(OpCodes.Call, hooks.Get(Hooks.HashOf<Any>, type));
    }

    /// <summary>A method that becomes a delegate: the model's method closed over the instance takes the same arguments.</summary>
    private void Pointer(Instruction instruction, MethodReference callee)
    {
        var redirect = weaver.Redirects.Find(instruction.OpCode.Code, callee, null, isBaseCall: false);
        if (redirect.Target is { } target && !(callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType) && IsOpen(callee)))
        {
            if (callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType))
                target = weaver.Thunks.Add(target, callee.DeclaringType, callee);
            Instance(instruction.OpCode.Code, callee);
            Emit(OpCodes.Ldftn, target);
            return;
        }

        var isView = TypeShapes.IsValueType(callee.DeclaringType) && TypeShapes.IsPlatform(callee.DeclaringType)
            && Collections.IsOne(callee.DeclaringType.GetElementType()) && Collections.StandsForAnother(callee);
        if (redirect.Target is not null || redirect.IsRefused || isView)
            Refuse(SourceNames.Api(callee));
        else if (TypeShapes.IsPlatform(callee.DeclaringType) && PointerToTouch(instruction.OpCode.Code, callee))
            return;
        Keep(instruction);
    }

    /// <summary>A method of a collection that becomes a delegate (<c>Parallel.For(0, 3, list.Add)</c>).</summary>
    private bool PointerToTouch(Code code, MethodReference callee)
    {
        if (callee.HasThis && TypeShapes.IsValueType(callee.DeclaringType))
            return false;

        // A protected method can be called from here, but not from another type.
        if (TypeShapes.TryResolve(callee) is { IsPublic: false })
            return false;
        var touching = callee.HasThis ? Receiver(callee) : Touching.None;
        var arguments = callee.Parameters.Select((_, i) => Collections.Argument(callee, i)).ToArray();
        if (touching == Touching.None && Array.TrueForAll(arguments, argument => argument == Touching.None))
            return false;
        var write = touching is Touching.Write or Touching.WriteItem or Touching.ReadOn;
        var site = Site(write ? SiteKind.Write : SiteKind.Read, Member(callee, stack.Peek()));
        Instance(code, callee);
        Emit(OpCodes.Ldftn, weaver.Thunks.Touching(hooks, callee, code, touching, arguments, site));
        return true;
    }

    /// <summary>A delegate over a static method may be made on null; one over a method of an instance may not.</summary>
    private void Instance(Code code, MethodReference callee)
    {
        if (!callee.HasThis)
            return;
        if (code != Code.Ldvirtftn)
            Emit(OpCodes.Dup);
        var isLookedUp = code == Code.Ldvirtftn
            && TypeShapes.TryResolve(callee) is not ({ IsVirtual: false } or { IsFinal: true } or { DeclaringType.IsSealed: true });
        Emit(OpCodes.Call, hooks.Get(isLookedUp ? Hooks.NotNullVirtually : Hooks.NotNull));
    }

    private static bool IsOpen(MethodReference callee) => callee is GenericInstanceMethod || callee.DeclaringType is GenericInstanceType;

    /// <summary><c>base.Post(…)</c>: a non-virtual call of a virtual method on one's own instance.</summary>
    private bool IsBaseCall(Instruction instruction, MethodReference callee) =>
        instruction.OpCode.Code == Code.Call && callee.HasThis && !method.DeclaringType.IsValueType
        && stack.Peek(callee.Parameters.Count).Origin == Origin.This;

    /// <summary>
    /// An interface's method on a value of a type parameter: an object goes to the interface's model, a struct keeps its own
    /// method, which is woven where it stands.
    /// </summary>
    private void OnParameter(Instruction instruction, MethodReference callee, GenericParameter parameter, MethodReference target)
    {
        var arguments = callee.Parameters.Select((declared, i) => Spill(TypeOf(declared, callee), i)).ToArray();
        for (var i = arguments.Length - 1; i >= 0; i--)
            Emit(OpCodes.Stloc, arguments[i]);
        var onObject = Instruction.Create(OpCodes.Ldobj, parameter);
        var end = Instruction.Create(OpCodes.Nop);
        if (!controlOnly)
            PassHere(callee);
        Emit(OpCodes.Call, hooks.Get(Kind.IsReference<Any>, parameter));
        Emit(OpCodes.Brtrue, onObject);
        foreach (var argument in arguments)
            Emit(OpCodes.Ldloc, argument);
        Keep(instruction);
        Emit(OpCodes.Br, end);
        output.Add(onObject);
        Emit(OpCodes.Box, parameter);
        foreach (var argument in arguments)
            Emit(OpCodes.Ldloc, argument);
        Emit(OpCodes.Call, target);
        output.Add(end);
    }

    /// <summary>Whoever runs the code all the same (a test assembly has other tests too) is stopped when it gets here.</summary>
    private void Refuse(string api)
    {
        var (file, line) = Place();
        weaver.Refuse(api, file, line);
        Emit(OpCodes.Ldc_I4, Site(SiteKind.Call, api));
        Emit(OpCodes.Call, hooks.Get(Hooks.Unsupported));
    }
}
