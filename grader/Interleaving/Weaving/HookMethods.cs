using System.Reflection;
using Interleaving.Instrumentation;
using Interleaving.Scheduling;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Makes references from one woven module to methods and fields of the engine. A method is named by itself:
/// <c>Get(Hooks.At)</c>, or with the type arguments of the woven code <c>Get(Hooks.Read&lt;Any&gt;, type)</c>.
/// </summary>
internal sealed class HookMethods(ModuleDefinition module)
{
    private readonly Dictionary<Delegate, MethodReference> hooks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<MethodBase, MethodReference> imported = [];

    public FieldReference Recording { get; } = module.ImportReference(typeof(Scheduling.Recording).GetField(nameof(Scheduling.Recording.IsOn)));

    /// <summary><see cref="Hooks.Epoch"/>.</summary>
    public FieldReference Epoch { get; } = module.ImportReference(typeof(Hooks).GetField(nameof(Hooks.Epoch)));

    public TypeReference Abort { get; } = module.ImportReference(typeof(ExecutionAbortedException));

    public TypeReference Task { get; } = module.ImportReference(typeof(Task));

    public TypeReference Exception { get; } = module.ImportReference(typeof(Exception));

    /// <summary>A static method of the engine.</summary>
    public MethodReference Get(Delegate hook)
    {
        // The compiler keeps the delegate that it makes of a static method, so each place that names a hook asks with the same one.
        if (!hooks.TryGetValue(hook, out var reference))
            hooks.Add(hook, reference = Import(hook.Method.IsGenericMethod ? hook.Method.GetGenericMethodDefinition() : hook.Method));
        return reference;
    }

    /// <summary>A static generic method of the engine with these type arguments; those it is named with do not count.</summary>
    public MethodReference Get(Delegate hook, params ReadOnlySpan<TypeReference> arguments)
    {
        var instance = new GenericInstanceMethod(Get(hook));
        foreach (var argument in arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }

    public MethodReference Import(MethodBase method)
    {
        if (!imported.TryGetValue(method, out var reference))
            imported.Add(method, reference = module.ImportReference(method));
        return reference;
    }
}

/// <summary>Stands for any type where a generic hook is named (<see cref="HookMethods"/>).</summary>
internal readonly struct Any;
