using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.Models;
using Interleaving.Models.Tasks;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <summary>What becomes of a call.</summary>
/// <param name="Target">The method to call instead; null to leave the call as it is.</param>
/// <param name="IsRefused">Whether the engine cannot control the call.</param>
/// <param name="TakesAddress">Whether the target takes a value of a type parameter by its address, as the call does.</param>
/// <param name="Before">What to call before the call, which stays as it is, with the instance and the first arguments.</param>
/// <param name="After">What to call after it, with what it returned.</param>
internal readonly record struct Redirect(
    MethodReference? Target, bool IsRefused, bool TakesAddress = false, MethodReference? Before = null, MethodReference? After = null)
{
    public bool IsAdvised => Before is not null || After is not null;
}

/// <summary>Applies the <see cref="RedirectTable"/> to the calls of one module.</summary>
internal sealed class Redirects(HookMethods hooks, Func<string, bool> controlled)
{
    private static readonly Redirect Refused = new(null, true);

    /// <summary>Whether the method is of an assembly that is not its caller's own and is woven all the same.</summary>
    public bool IsControlled(MethodReference callee) =>
        callee.DeclaringType.GetElementType().Scope is AssemblyNameReference { Name: var assembly } && controlled(assembly);

    public Redirect Find(Code code, MethodReference callee, TypeReference? constrained, bool isBaseCall)
    {
        if (constrained is not null)
            return FindConstrained(callee, constrained);
        if (RedirectTable.Instance.Find(callee.DeclaringType.GetElementType().FullName) is not { } model)
            return KnownApis.IsRefused(callee) && !IsControlled(callee) ? Refused : default;

        var isNew = code == Code.Newobj;
        if (callee.Name == ".ctor" && !isNew)
            return default;
        var name = isNew ? "New" : callee.Name;
        if (isBaseCall && model.Virtuals.Contains(name) && Target(model, "base_" + name, callee, callee.DeclaringType, isNew) is { } own)
            return new Redirect(own, false);
        if (isBaseCall && model.Virtuals.Contains(name))
            return model.Allows(callee.Name) || callee.Name == "Dispose" ? default : Refused;
        if (Target(model, name, callee, callee.DeclaringType, isNew) is { } target)
            return new Redirect(target, false);
        var advice = new Redirect(null, false, Before: Before(model, callee), After: After(model, callee));
        return advice.IsAdvised || model.Allows(callee.Name) ? advice : Refused;
    }

    private MethodReference? Before(ModelledType model, MethodReference callee) =>
        model.Before.TryGetValue(callee.Name, out var method)
            ? Closed(method, [callee.DeclaringType, .. (callee as GenericInstanceMethod)?.GenericArguments ?? []])
            : null;

    private MethodReference? After(ModelledType model, MethodReference callee) =>
        model.After.TryGetValue(callee.Name, out var method)
            ? Closed(method, [TypeShapes.Substitute(callee.ReturnType, callee.DeclaringType, callee)])
            : null;

    /// <summary>A call of an interface's method on a struct: of the struct's own model, if it has one.</summary>
    private Redirect FindConstrained(MethodReference callee, TypeReference constrained)
    {
        if (constrained is GenericParameter)
        {
            if (callee.DeclaringType.FullName is "System.Runtime.CompilerServices.INotifyCompletion"
                or "System.Runtime.CompilerServices.ICriticalNotifyCompletion")
                return new Redirect(hooks.Get(NotifyCompletionModel.Constrained<TaskAwaiter>, constrained), false, TakesAddress: true);
            return RedirectTable.Instance.Find(callee.DeclaringType.GetElementType().FullName) is { } shared
                ? new Redirect(Target(shared, callee.Name, callee, callee.DeclaringType, isNew: false), false)
                : default;
        }

        if (RedirectTable.Instance.Find(constrained.GetElementType().FullName) is not { Type.IsValueType: true } model)
            return default;
        if (Target(model, callee.Name, callee, constrained, isNew: false) is { } target)
            return new Redirect(target, false);
        var isObject = callee.DeclaringType.MetadataType == MetadataType.Object || callee.DeclaringType.FullName == "System.ValueType";
        return isObject || model.Allows(callee.Name) ? default : Refused;
    }

    private MethodReference? Target(ModelledType model, string name, MethodReference callee, TypeReference instance, bool isNew)
    {
        var generic = callee as GenericInstanceMethod;
        var isForeign = !ReferenceEquals(instance, callee.DeclaringType);
        var parameters = callee.Parameters.Select(parameter => Signatures.Of(
            isForeign ? TypeShapes.Substitute(parameter.ParameterType, callee.DeclaringType) : parameter.ParameterType));
        if (callee.HasThis && !isNew)
            parameters = parameters.Prepend(model.Self);
        if (!model.Members.TryGetValue(Signatures.Of(name, generic?.GenericArguments.Count ?? 0, parameters), out var method))
            return null;
        IEnumerable<TypeReference> ofInstance = SelfAttribute.IsOn(method) ? [instance] : (instance as GenericInstanceType)?.GenericArguments ?? [];
        return Closed(method, [.. ofInstance, .. generic?.GenericArguments ?? []]);
    }

    /// <summary>The model's method over as many of the type arguments as it has parameters for.</summary>
    private MethodReference Closed(MethodInfo method, ReadOnlySpan<TypeReference> arguments)
    {
        var target = hooks.Import(method);
        if (!method.IsGenericMethodDefinition)
            return target;
        var closed = new GenericInstanceMethod(target);
        foreach (var argument in arguments[..method.GetGenericArguments().Length])
            closed.GenericArguments.Add(argument);
        return closed;
    }
}
