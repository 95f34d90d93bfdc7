namespace Grader.Policies;

/// <summary>Reads <c>policy.txt</c>, whose head says how it is written.</summary>
internal static class RuleText
{
    /// <summary>Names with their rules, in the order of the text. <c>X.*</c> and <c>X</c> are the same name.</summary>
    /// <exception cref="FormatException">A line is none of the format's.</exception>
    public static IEnumerable<(string Name, Rule Rule)> Read(string text)
    {
        Rule? rule = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
            {
                rule = Heading(line);
                continue;
            }

            var (prefix, names) = line.Split(':', 2) is [var head, var tail]
                ? (head.Trim(), tail)
                : throw new FormatException($"policy.txt: '{line.Trim()}' has no colon behind its prefix");
            foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return (Name($"{prefix}.{name}"), rule ?? throw new FormatException($"policy.txt: '{line.Trim()}' stands under no heading"));
        }
    }

    /// <summary>A name as the rules are looked up by.</summary>
    public static string Name(string pattern) => pattern.EndsWith(".*", StringComparison.Ordinal) ? pattern[..^2] : pattern;

    private static Rule Heading(string line) => (line[0], line[1..].Split('|', StringSplitOptions.TrimEntries)) switch
    {
        ('+', [_]) => new Rule(RuleKind.Allowed),
        ('=', [_]) => new Rule(RuleKind.Compiler, "only the compiler may use it, where it knows that no harm can come of it", "the language itself"),
        ('-', [var reason, var instead]) => new Rule(RuleKind.Refused, reason, instead),
        _ => throw new FormatException($"policy.txt: '{line}' is no heading"),
    };
}
