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
        foreach (var model in group.Select(entry => entry.Model).Distinct())
        {
            foreach (var method in model.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).SelectMany(WithOverloads))
            {
                // A class that models several types has methods that do not fit the arity of each of them.
                var own = (method.IsGenericMethodDefinition ? method.GetGenericArguments().Length : 0) - arity;
                if (own >= 0)
                    members.TryAdd(Signatures.Of(method.Name, own, Parameters(method, arity)), method);
            }
        }

        var passes = group.SelectMany(entry => entry.Attribute.Passes).ToFrozenSet(StringComparer.Ordinal);
        return new ModelledType(modelled, members.ToFrozenDictionary(StringComparer.Ordinal), passes);
    }

    private static IEnumerable<MethodInfo> WithOverloads(MethodInfo method) =>
        (method.GetCustomAttribute<OverloadsAttribute>()?.Types ?? []).Select(type => method.MakeGenericMethod(type)).Prepend(method);

    private static IEnumerable<string> Parameters(MethodInfo method, int arity) =>
        method.GetParameters().Select(parameter => Signatures.Of(parameter.ParameterType, arity));
}
