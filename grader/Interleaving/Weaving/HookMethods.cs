using System.Reflection;
using Interleaving.Scheduling;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>The engine's methods and fields as one woven module refers to them.</summary>
internal sealed class HookMethods(ModuleDefinition module)
{
    private static readonly Dictionary<string, MethodInfo> All = typeof(Hooks)
        .GetMethods(BindingFlags.Static | BindingFlags.Public)
        .ToDictionary(method => method.Name, StringComparer.Ordinal);

    private readonly Dictionary<MethodBase, MethodReference> imported = [];

    public FieldReference Recording { get; } = module.ImportReference(typeof(Hooks).GetField(nameof(Hooks.Recording)));

    /// <summary><see cref="Hooks.Epoch"/>.</summary>
    public FieldReference Epoch { get; } = module.ImportReference(typeof(Hooks).GetField(nameof(Hooks.Epoch)));

    public TypeReference Abort { get; } = module.ImportReference(typeof(ExecutionAbortedException));

    public TypeReference Task { get; } = module.ImportReference(typeof(Task));

    public TypeReference Exception { get; } = module.ImportReference(typeof(Exception));

    /// <summary>A method of <see cref="StaticState"/>.</summary>
    public MethodReference State(string name) => Import(typeof(StaticState).GetMethod(name)!);

    public MethodReference Get(string name) => Import(All[name]);

    public MethodReference Get(string name, params ReadOnlySpan<TypeReference> arguments)
    {
        var instance = new GenericInstanceMethod(Import(All[name]));
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
