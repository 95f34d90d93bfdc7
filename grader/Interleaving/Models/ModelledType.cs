using System.Collections.Frozen;
using System.Reflection;

namespace Interleaving.Models;

/// <summary>A type of the platform that a model stands in for.</summary>
/// <param name="Type">The platform's type.</param>
/// <param name="Members">The model's methods by signature (see <see cref="Signatures"/>), the instance as first parameter.</param>
/// <param name="Before">By name of the member, what is called before it (see <see cref="BeforeAttribute"/>).</param>
/// <param name="After">By name of the member, what is called after it (see <see cref="AfterAttribute"/>).</param>
/// <param name="Passes">Members that may be called as they are.</param>
internal sealed record ModelledType(
    Type Type,
    FrozenDictionary<string, MethodInfo> Members,
    FrozenDictionary<string, MethodInfo> Before,
    FrozenDictionary<string, MethodInfo> After,
    FrozenSet<string> Passes)
{
    /// <summary>The names of the type's virtual methods: a non-virtual call of one of them is a call of the base.</summary>
    public FrozenSet<string> Virtuals { get; } = Type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(method => method.IsVirtual && !method.IsFinal && !Type.IsValueType && !Type.IsInterface)
        .Select(method => method.Name)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How a signature spells the instance that comes first.</summary>
    public string Self { get; } = SelfOf(Type);

    public static string SelfOf(Type type) => Signatures.Of(type, type.GetGenericArguments().Length) + (type.IsValueType ? "&" : "");

    public bool Allows(string member) => Passes.Contains(member) || Passes.Contains("*");
}
