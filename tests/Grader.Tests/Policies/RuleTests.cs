using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Grader.Policies;

namespace Grader.Tests.Policies;

public sealed class RuleTests
{
    /// <summary>A rule with a spelling mistake would refuse nothing, or allow nothing.</summary>
    [Test]
    public void Every_name_of_the_list_exists_on_the_platform()
    {
        var known = Known();
        RuleBook.Common.Names.Select(name => name.Split("``")[0]).Where(name => !known.Contains(name) && !Gone.Contains(name))
            .ShouldBeEmpty();
    }

    [Test]
    public void No_name_has_two_rules() =>
        RuleText.Read(RuleBook.Text()).GroupBy(rule => rule.Name).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Test]
    public void The_longest_name_decides_and_a_line_that_is_none_is_told()
    {
        RuleText.Read("+ a\n    A.B: C D.*\n- why | what\n    A.B.C: E\n").Select(rule => (rule.Name, rule.Rule.Kind, rule.Rule.Instead))
            .ShouldBe([("A.B.C", RuleKind.Allowed, ""), ("A.B.D", RuleKind.Allowed, ""), ("A.B.C.E", RuleKind.Refused, "what")]);
        Should.Throw<FormatException>(() => RuleText.Read("    A: B\n").ToList()).Message.ShouldContain("under no heading");
        Should.Throw<FormatException>(() => RuleText.Read("? a\n").ToList()).Message.ShouldContain("is no heading");
        Should.Throw<FormatException>(() => RuleText.Read("+ a\n    A B\n").ToList()).Message.ShouldContain("no colon");
    }

    /// <summary>Not of this platform, but what a submission could declare to fool it.</summary>
    private static readonly string[] Gone =
        ["System.Runtime.CompilerServices.IgnoresAccessChecksToAttribute", "Microsoft.CodeAnalysis.EmbeddedAttribute"];

    private static HashSet<string> Known()
    {
        var known = new HashSet<string>();
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var path in Directory.GetFiles(folder, "*.dll"))
        {
            using var pe = new PEReader(File.OpenRead(path));
            if (pe.HasMetadata)
                Add(known, pe.GetMetadataReader());
        }

        return known;
    }

    private static void Add(HashSet<string> known, MetadataReader reader)
    {
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            var name = Name(reader, type);
            known.Add(name);
            for (var space = reader.GetString(type.Namespace); space.Length > 0; space = space.Contains('.') ? space[..space.LastIndexOf('.')] : "")
                known.Add(space);
            foreach (var method in type.GetMethods())
                known.Add($"{name}.{reader.GetString(reader.GetMethodDefinition(method).Name)}");
            foreach (var property in type.GetProperties())
                known.Add($"{name}.{reader.GetString(reader.GetPropertyDefinition(property).Name)}");
            foreach (var field in type.GetFields())
                known.Add($"{name}.{reader.GetString(reader.GetFieldDefinition(field).Name)}");
        }
    }

    private static string Name(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name).Split('`')[0];
        return !type.GetDeclaringType().IsNil ? $"{Name(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}.{name}"
            : type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
