using Interleaving.Instrumentation;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace Interleaving.Weaving;

/// <summary>Methods that stand in for methods of the platform where the program makes a delegate of them.</summary>
internal sealed class Thunks(ModuleDefinition module)
{
    private TypeDefinition? holder;

    /// <summary>The hook for an access by a call of this kind.</summary>
    public static Delegate Touch(Code code, MethodReference callee) =>
        !LooksItself(callee) && !(code == Code.Callvirt && !Collections.IsOne(callee.DeclaringType.GetElementType()) && TypeShapes.TryResolve(callee) is { IsVirtual: false })
        && code is Code.Callvirt or Code.Ldvirtftn && (callee.DeclaringType.GetElementType() is not { Namespace: "System.Collections.Generic" } type || IsInterface(type))
            ? Hooks.TouchVirtual
            : Hooks.Touch;

    /// <summary>Whether a collection that the program may derive from reads its items itself, whatever a derived one overrides.</summary>
    private static bool LooksItself(MethodReference callee) =>
        callee.DeclaringType.GetElementType() is { Namespace: "System.Collections.ObjectModel" }
        && Collections.Receiver(callee) == Weaving.Touching.Read && TypeShapes.TryResolve(callee) is { IsVirtual: false } or { IsFinal: true };

    /// <summary>The hook that says by itself how the object is accessed; null where it is told.</summary>
    public static Delegate? Whole(Touching touching) => touching switch
    {
        Weaving.Touching.ReadItems => Hooks.Enumerate,
        Weaving.Touching.ReadOn => Hooks.ReadOn,
        Weaving.Touching.Advance => Hooks.Advance,
        Weaving.Touching.ReadPlace => Hooks.ReadPlace,
        Weaving.Touching.WritePlace => Hooks.WritePlace,
        Weaving.Touching.Show => Hooks.Show,
        Weaving.Touching.ReadGraph => Hooks.Serialise,
        _ => null,
    };

    /// <summary>Whether the argument may be of any type, also of a struct's: the hook takes it as an object.</summary>
    public static bool IsForAnyType(Touching touching) => touching is Weaving.Touching.ReadGraph or Weaving.Touching.Show;

    /// <summary>
    /// For a method over objects of the platform that are not made for several threads: the accesses, then the call. Its type
    /// parameters are those of the method's type, then the method's own.
    /// </summary>
    /// <param name="hooks">The engine's methods.</param>
    /// <param name="callee">The platform's method.</param>
    /// <param name="code">How its address was asked for.</param>
    /// <param name="receiver">How it accesses the object that it is called on.</param>
    /// <param name="arguments">How it accesses each argument.</param>
    /// <param name="site">Where the delegate is made.</param>
    public MethodReference Touching(
        HookMethods hooks, MethodReference callee, Code code, Touching receiver, Touching[] arguments, int site)
    {
        var thunk = New(callee.Name, module.TypeSystem.Void);
        var types = (callee.DeclaringType as GenericInstanceType)?.GenericArguments ?? [];
        var own = (callee as GenericInstanceMethod)?.GenericArguments ?? [];
        foreach (var _ in types.Concat(own))
            thunk.GenericParameters.Add(new GenericParameter($"T{thunk.GenericParameters.Count}", thunk));
        var target = Over(thunk.GenericParameters, callee, types.Count, own.Count);
        TypeReference Of(TypeReference type) => TypeShapes.Substitute(TypeShapes.Unmodified(type), target.DeclaringType, target);

        thunk.ReturnType = Of(callee.ReturnType);
        var body = thunk.Body.GetILProcessor();
        if (callee.HasThis)
        {
            thunk.Parameters.Add(new ParameterDefinition(target.DeclaringType));
            Emit(body, thunk.Parameters[0], receiver, Touch(code, callee));
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            thunk.Parameters.Add(new ParameterDefinition(Of(callee.Parameters[i].ParameterType)));
            Emit(body, thunk.Parameters[^1], arguments[i], Hooks.TouchVirtual);
        }

        body.Emit(code == Code.Ldvirtftn ? OpCodes.Callvirt : OpCodes.Call, target);
        body.Emit(OpCodes.Ret);
        return Closed(thunk, types.Concat(own));

        void Emit(ILProcessor il, ParameterDefinition parameter, Touching touching, Delegate hook)
        {
            il.Emit(OpCodes.Ldarg, parameter);
            if (touching == Weaving.Touching.None)
                return;
            il.Emit(OpCodes.Dup);
            if (IsForAnyType(touching))
                il.Emit(OpCodes.Box, parameter.ParameterType);
            var whole = Whole(touching);
            if (whole is null)
                il.Emit(touching is Weaving.Touching.Write or Weaving.Touching.WriteItem ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
            il.Emit(OpCodes.Ldc_I4, site);
            il.Emit(OpCodes.Call, hooks.Get(whole ?? hook));
        }
    }

    /// <summary>
    /// For a method of a struct of the platform (<c>Action check = token.ThrowIfCancellationRequested</c>): the delegate holds
    /// the struct boxed, the model wants its address.
    /// </summary>
    public MethodReference Add(Redirect redirect, MethodReference callee)
    {
        var thunk = New(callee.Name, callee.ReturnType);
        thunk.Parameters.Add(new ParameterDefinition(module.TypeSystem.Object));
        foreach (var parameter in callee.Parameters)
            thunk.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        var code = thunk.Body.GetILProcessor();
        if (redirect.Before is { } before)
            Call(before, before.Parameters.Count);
        Call(redirect.Target ?? callee, thunk.Parameters.Count);
        if (redirect.After is { } after)
            code.Emit(OpCodes.Call, after);
        code.Emit(OpCodes.Ret);
        return thunk;

        void Call(MethodReference method, int arguments)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Unbox, callee.DeclaringType);
            foreach (var parameter in thunk.Parameters.Take(1..arguments))
                code.Emit(OpCodes.Ldarg, parameter);
            code.Emit(OpCodes.Call, method);
        }
    }

    /// <summary>The method over a thunk's own type parameters.</summary>
    private static MethodReference Over(Collection<GenericParameter> parameters, MethodReference callee, int types, int own)
    {
        var declaring = callee.DeclaringType;
        if (types > 0)
        {
            var instance = new GenericInstanceType(declaring.GetElementType());
            foreach (var parameter in parameters.Take(types))
                instance.GenericArguments.Add(parameter);
            declaring = instance;
        }

        var open = callee.GetElementMethod();
        var target = new MethodReference(open.Name, open.ReturnType, declaring) { HasThis = open.HasThis };
        foreach (var parameter in open.Parameters)
            target.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        if (own == 0)
            return target;
        foreach (var parameter in open.GenericParameters)
            target.GenericParameters.Add(new GenericParameter(parameter.Name, target));
        var closed = new GenericInstanceMethod(target);
        foreach (var parameter in parameters.Skip(types))
            closed.GenericArguments.Add(parameter);
        return closed;
    }

    private static MethodReference Closed(MethodDefinition thunk, IEnumerable<TypeReference> arguments)
    {
        if (!thunk.HasGenericParameters)
            return thunk;
        var closed = new GenericInstanceMethod(thunk);
        foreach (var argument in arguments)
            closed.GenericArguments.Add(argument);
        return closed;
    }

    private static bool IsInterface(TypeReference type) =>
        type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]);

    private MethodDefinition New(string name, TypeReference result)
    {
        holder ??= Holder();
        var thunk = new MethodDefinition(
            $"{name}{holder.Methods.Count}", MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, result);
        holder.Methods.Add(thunk);
        return thunk;
    }

    private TypeDefinition Holder()
    {
        const TypeAttributes Attributes = TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit;
        var type = new TypeDefinition("", "<Thunks>", Attributes, module.TypeSystem.Object);
        module.Types.Add(type);
        return type;
    }
}
