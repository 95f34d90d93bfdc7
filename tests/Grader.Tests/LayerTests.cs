using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Grader.Tests;

/// <summary>
/// Holds which folder uses which, in all projects that have several: as the compiled code says it, also where a name is written in full,
/// and as the sources say it, where the compiler leaves no trace (constants, nameof).
/// </summary>
public sealed partial class LayerTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "grader");

    [TestCaseSource(typeof(Layers), nameof(Layers.Assemblies))]
    public void A_folder_uses_only_those_that_the_table_allows(string assembly) =>
        Uses(assembly).Where(use => !Layers.Of(assembly).Allows(use.From, use.To))
            .Select(use => $"{use.User} uses {use.Used}").Distinct().ShouldBe(Layers.Of(assembly).Exceptions);

    [TestCaseSource(typeof(Layers), nameof(Layers.Assemblies))]
    public void A_file_names_no_folder_that_the_table_forbids(string assembly)
    {
        var layers = Layers.Of(assembly);
        var project = Path.Combine(Sources, layers.Root);

        // A program stands above all folders.
        var files = Directory.GetFiles(project, "*.cs", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "Program.cs")
            .Select(file => (Folder: Path.GetDirectoryName(Path.GetRelativePath(project, file))!.Split(Path.DirectorySeparatorChar)[0], File: file))
            .Where(file => layers.Rows.Any(row => row.Folder == file.Folder)).ToList();
        files.ShouldNotBeEmpty();
        (from file in files
         from Match used in Using().Matches(File.ReadAllText(file.File))
         where used.Groups["root"].Value == layers.Root && used.Groups["folder"].Value != file.Folder && !layers.Allows(file.Folder, used.Groups["folder"].Value)
         select $"{Path.GetRelativePath(project, file.File)}: {used.Value}").ShouldBeEmpty();
    }

    [TestCaseSource(typeof(Layers), nameof(Layers.Assemblies))]
    public void The_table_allows_no_circle(string assembly)
    {
        var below = new HashSet<string>();
        foreach (var row in Layers.Of(assembly).Rows)
        {
            Layers.Allowed(row).Except(below).ShouldBeEmpty();
            below.Add(row.Folder).ShouldBeTrue();
        }
    }

    [TestCaseSource(typeof(Layers), nameof(Layers.Assemblies))]
    public void The_table_allows_nothing_that_nobody_needs(string assembly)
    {
        var uses = Uses(assembly).Select(use => (use.From, use.To)).ToHashSet();
        (from row in Layers.Of(assembly).Rows from folder in Layers.Allowed(row) where !uses.Contains((row.Folder, folder)) select $"{row.Folder} → {folder}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string From, string To, string User, string Used)> Uses(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        var layers = Layers.Of(assembly);
        return
        [
            .. from type in module.GetTypes()
               let user = Outermost(type)
               where !IsGenerated(user)
               from used in TypeUses.Of(type).Where(used => used.Scope is ModuleDefinition).Select(Outermost).Distinct()
               where !IsGenerated(used)
               let @from = layers.Place(user.Namespace, Plain(user))
               let to = layers.Place(used.Namespace, Plain(used))
               where @from != to
               select (@from, to, user.FullName, used.FullName),
        ];
    }

    [GeneratedRegex(@"^using (static )?(?<root>\w+)\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];

    /// <summary>By the compiler, by a source generator, or by coverlet, which adds a class of counters to what it measures.</summary>
    private static bool IsGenerated(TypeReference type) =>
        type.Name.StartsWith('<') || type.Namespace.Length == 0 || type.Namespace.EndsWith(".Generated", StringComparison.Ordinal)
        || type.Namespace.StartsWith("Coverlet.", StringComparison.Ordinal);
}
