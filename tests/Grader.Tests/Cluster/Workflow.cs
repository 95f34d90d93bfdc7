using YamlDotNet.RepresentationModel;

namespace Grader.Tests.Cluster;

/// <summary>The workflow that grades a class on GitHub.</summary>
internal static class Workflow
{
    public static string Text { get; } = Repository.Read(".github", "workflows", "grade-class.yml");

    public static YamlNode Jobs { get; } = Read()["jobs"];

    public static IReadOnlyList<YamlNode> Steps(string job) => [.. (YamlSequenceNode)Jobs[job]["steps"]];

    public static YamlNode Step(string job, string name) => Steps(job).Single(step => Has(step, "name") == name);

    /// <summary>The one step of a job that uses an action, by the action's name without its version.</summary>
    public static YamlNode Using(string job, string action) =>
        Steps(job).Single(step => Has(step, "uses")?.StartsWith(action + "@", StringComparison.Ordinal) == true);

    private static string? Has(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(new YamlScalarNode(key), out var value) ? value.ToString() : null;

    private static YamlNode Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        return stream.Documents.ShouldHaveSingleItem().RootNode;
    }
}
