using System.Collections.Concurrent;
using Grader.Configuration;
using Mono.Cecil;

namespace Grader.Policies;

/// <summary>Rules by name. The longest name that fits decides, and a kata's own rules come before the common ones.</summary>
internal sealed class RuleBook
{
    /// <summary>The rules of policy.txt.</summary>
    public static RuleBook Common { get; } = new(RuleText.Read(Text()), null);

    private static readonly ConcurrentDictionary<KataPolicy, RuleBook> OfKatas = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<string, Rule> rules;
    private readonly Dictionary<string, RuleKind> mildest;
    private readonly RuleBook? common;
    private readonly ConcurrentDictionary<(string Type, string Member, int TypeParameters), (Rule Rule, bool Named)> known = [];

    private RuleBook(IEnumerable<(string Name, Rule Rule)> rules, RuleBook? common)
    {
        this.common = common;
        this.rules = rules.GroupBy(rule => rule.Name).ToDictionary(group => group.Key, group => group.Last().Rule);
        mildest = this.rules.Where(rule => rule.Value.Kind != RuleKind.Refused).GroupBy(rule => Outer(rule.Key))
            .ToDictionary(group => group.Key, group => group.Min(rule => rule.Value.Kind));
    }

    /// <summary>All names, for a test that they exist.</summary>
    public IReadOnlyCollection<string> Names => rules.Keys;

    public static RuleBook Of(KataPolicy? policy) => policy is null ? Common : OfKatas.GetOrAdd(policy, own => new RuleBook(
        [
            .. (own.Allow ?? []).Select(name => (RuleText.Name(name), new Rule(RuleKind.Allowed))),
            .. (own.Forbid ?? []).Select(entry => (RuleText.Name(entry.Member), new Rule(RuleKind.Refused, entry.Reason, entry.Instead))),
        ],
        Common));

    /// <summary>The rule for a member of the platform. What reaches unchecked memory is let in by its own name alone.</summary>
    public Rule Of(MemberReference member)
    {
        var parameters = member is MethodReference method ? method.GetElementMethod().GenericParameters.Count : 0;
        var (rule, named) = known.GetOrAdd((Name(member.DeclaringType), member.Name, parameters), key =>
        {
            var forms = Forms(key);
            return (Find(forms) ?? Rule.Unlisted, IsNamed(forms));
        });
        return rule.Kind == RuleKind.Allowed && !named && Unchecked.Is(member) ? Unchecked.Rule : rule;
    }

    /// <summary>
    /// The rule for a type that is named, whatever is done with it: it may be named where one of its members may be used.
    /// </summary>
    public Rule Of(TypeReference type) => known.GetOrAdd((Name(type), "", 0), key =>
    {
        var own = Find([key.Type]) ?? Rule.Unlisted;
        return (Mildest(key.Type) is { } kind && kind < own.Kind ? new Rule(kind) : own, false);
    }).Rule;

    /// <summary>As the rules write it: dots for nested types, no numbers of type parameters.</summary>
    public static string Name(TypeReference type)
    {
        var element = type.GetElementType();
        var name = element.Name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var end ? element.Name[..end] : element.Name;
        return element.DeclaringType is { } outer ? $"{Name(outer)}.{name}"
            : element.Namespace.Length > 0 ? $"{element.Namespace}.{name}" : name;
    }

    private RuleKind? Mildest(string type) =>
        mildest.TryGetValue(type, out var kind) ? kind : common?.Mildest(type);

    private bool IsNamed(List<string> forms) => forms.Exists(rules.ContainsKey) || common?.IsNamed(forms) == true;

    private Rule? Find(IReadOnlyList<string> forms)
    {
        if (forms.Select(rules.GetValueOrDefault).FirstOrDefault(rule => rule is not null) is { } exact)
            return exact;
        for (var name = Outer(forms[^1]); name.Length > 0; name = Outer(name))
        {
            if (rules.TryGetValue(name, out var rule))
                return rule;
        }

        return common?.Find(forms);
    }

    /// <summary>A member with its number of type parameters, by its name, and by that of its property or event.</summary>
    private static List<string> Forms((string Type, string Member, int TypeParameters) key)
    {
        var whole = $"{key.Type}.{key.Member}";
        List<string> forms = key.TypeParameters > 0 ? [$"{whole}``{key.TypeParameters}", whole] : [whole];
        if (key.Member.Split('_', 2) is ["get" or "set" or "add" or "remove", var accessed])
            forms.Add($"{key.Type}.{accessed}");
        return forms;
    }

    private static string Outer(string name) => name.EndsWith("..ctor", StringComparison.Ordinal) ? name[..^6]
        : name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "";

    /// <summary>What policy.txt says.</summary>
    public static string Text()
    {
        using var stream = typeof(RuleBook).Assembly.GetManifestResourceStream("policy.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
