using System.Collections.Frozen;
using System.Reflection;
using Interleaving.Platform;

namespace Interleaving.Models;

/// <summary>Which calls go where: read once, from the models of this assembly.</summary>
internal sealed class RedirectTable
{
    private readonly FrozenDictionary<string, ModelledType> types;

    private RedirectTable(IEnumerable<Type> models)
    {
        var entries = models
            .SelectMany(model => model.GetCustomAttributes<ModelsAttribute>(), (model, attribute) => (model, attribute))
            .GroupBy(entry => entry.attribute.Name, StringComparer.Ordinal);
        types = entries.ToFrozenDictionary(group => group.Key, Merge, StringComparer.Ordinal);
    }

    public static RedirectTable Instance { get; } = new(typeof(RedirectTable).Assembly.GetTypes());

    /// <summary>The assemblies of the types that a model stands in for, by simple name.</summary>
    public HashSet<string> Assemblies => new(
        types.Values.Where(model => model.Type != typeof(void)).Select(model => model.Type.Assembly.GetName().Name!), StringComparer.OrdinalIgnoreCase);

    /// <summary>The platform's types that have a model, in order of their names; those that only test frameworks have are left out.</summary>
    public IEnumerable<Type> Types => types.Values
        .Select(model => model.Type)
        .Where(type => type != typeof(void))
        .OrderBy(type => type.FullName, StringComparer.Ordinal);

    /// <summary>Whether a type of this full name has a model; type parameters do not count.</summary>
    public bool Models(string fullName) => types.Keys.Any(name => name.Split('`')[0] == fullName);

    /// <summary>What is said of a member that is refused (see <see cref="RefusalTable"/>).</summary>
    public static Refusal RefusalOf(string api) => RefusalTable.Of(api, Instance.Models);

    /// <summary>The model of a platform type by its full name without arguments; null when there is none.</summary>
    public ModelledType? Find(string typeName) => types.GetValueOrDefault(typeName);

    private static ModelledType Merge(IGrouping<string, (Type Model, ModelsAttribute Attribute)> group)
    {
        var modelled = group.First().Attribute.Type;
        var arity = modelled.GetGenericArguments().Length;
        var members = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        var before = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        var after = new Dictionary<string, MethodInfo>(StringComparer.Ordinal);
        foreach (var (name, method) in group.Select(entry => entry.Model).Distinct().SelectMany(Methods))
        {
            if (method.IsDefined(typeof(BeforeAttribute)))
                before.Add(name, method);
            else if (method.IsDefined(typeof(AfterAttribute)))
                after.Add(name, method);
            else if (Signature(name, method, modelled, arity) is { } signature)
                members.TryAdd(signature, method);
        }

        var passes = group.SelectMany(entry => entry.Attribute.Passes).ToFrozenSet(StringComparer.Ordinal);
        return new ModelledType(modelled, Frozen(members), Frozen(before), Frozen(after), passes);
    }

    /// <summary>The methods of a model, one by one for each name and each type that they stand for.</summary>
    private static IEnumerable<(string Name, MethodInfo Method)> Methods(Type model) =>
        from declared in model.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        from method in (declared.GetCustomAttribute<OverloadsAttribute>()?.Types ?? []).Select(type => declared.MakeGenericMethod(type)).Prepend(declared)
        from name in declared.GetCustomAttributes<AlsoAttribute>().Select(also => also.Name).Prepend(declared.Name)
        select (name, method);

    /// <summary>
    /// What a method replaces; null when it does not fit, since the classes that model several types have methods that do not fit
    /// the arity of each of them.
    /// </summary>
    private static string? Signature(string name, MethodInfo method, Type modelled, int arity)
    {
        var parameters = method.IsGenericMethodDefinition ? method.GetGenericArguments().Length : 0;
        if (SelfAttribute.IsOn(method))
            return Signatures.Of(name, parameters - 1, Parameters(method, 1).Skip(1).Prepend(ModelledType.SelfOf(modelled)));
        return parameters < arity ? null : Signatures.Of(name, parameters - arity, Parameters(method, arity));
    }

    private static FrozenDictionary<string, MethodInfo> Frozen(Dictionary<string, MethodInfo> methods) =>
        methods.ToFrozenDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> Parameters(MethodInfo method, int arity) =>
        method.GetParameters().Select(parameter => Signatures.Of(parameter.ParameterType, arity));
}
