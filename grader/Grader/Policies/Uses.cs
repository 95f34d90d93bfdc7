using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Policies;

/// <summary>
/// What a submission uses of the platform. The tables of the metadata are complete: a name that is refused and found in
/// no body is still a violation, only without a line.
/// </summary>
internal static class Uses
{
    public static IEnumerable<Violation> Violations(ModuleDefinition module, RuleBook rules)
    {
        var refused = new Dictionary<string, (Rule Rule, string Shown)>();
        var told = new HashSet<string>();
        foreach (var member in module.GetMemberReferences().Where(member => IsForeign(member.DeclaringType)))
        {
            if (rules.Of(member) is { Kind: not RuleKind.Allowed } rule)
            {
                refused[member.FullName] = (rule, Shown(member));
                told.Add(member.DeclaringType.GetElementType().FullName);
            }
        }

        foreach (var type in module.GetTypeReferences())
        {
            // Where a member was refused already, its type would say the same again.
            if (rules.Of(type) is { Kind: not RuleKind.Allowed } rule && !told.Contains(type.FullName))
                refused[type.FullName] = (rule, Shown(type));
        }

        return refused.Count == 0 ? [] : Located(module, refused);
    }

    private static IEnumerable<Violation> Located(ModuleDefinition module, Dictionary<string, (Rule Rule, string Shown)> refused)
    {
        var open = refused.Keys.ToHashSet();
        foreach (var (name, within, at) in module.GetTypes().SelectMany(References.Of))
        {
            if (!refused.TryGetValue(name, out var found))
                continue;
            open.Remove(name);
            if (found.Rule.Kind != RuleKind.Compiler || !Declarations.IsCompilers(within as TypeReference ?? within.DeclaringType))
                yield return Violation.Of(found.Rule, found.Shown, within, at);
        }

        foreach (var name in open)
            yield return Violation.Of(refused[name].Rule, refused[name].Shown, null);
    }

    private static bool IsForeign(TypeReference type) =>
        type is not ArrayType && type.GetElementType() is not TypeDefinition;

    /// <summary>As a student writes it: without the namespace, a constructor with new, an attribute in brackets.</summary>
    private static string Shown(MemberReference member)
    {
        var type = Shown(member.DeclaringType);
        return member.Name != ".ctor" ? $"{type}.{(member.Name.Split('_', 2) is ["get" or "set" or "add" or "remove", var accessed] ? accessed : member.Name)}"
            : type[0] == '[' ? type : $"new {type}";
    }

    private static string Shown(TypeReference type)
    {
        var name = RuleBook.Name(type).Split('.')[^1];
        return name.EndsWith("Attribute", StringComparison.Ordinal) && name != "Attribute" ? $"[{name[..^"Attribute".Length]}]" : name;
    }
}
