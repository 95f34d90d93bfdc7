using System.Text.RegularExpressions;
using Grader.Configuration;

namespace Grader.Tests;

/// <summary>The composite action in .github/actions/grade names its outputs one by one: none may be forgotten.</summary>
public sealed class GradeActionTests
{
    private static readonly string Action = Repository.Read(".github", "actions", "grade", "action.yml");

    [Test]
    public void Has_an_output_for_each_kata()
    {
        foreach (var kata in GradingReader.Read(Path.Combine(Repository.Root, Grading.FileName)).Katas)
        {
            var runner = kata.Id.Replace("-", "");
            Action.ShouldContain($"  {runner}:\n");
            Action.ShouldContain($"value: ${{{{ steps.grade.outputs.{runner} }}}}");
        }
    }

    [Test]
    public void Hands_inputs_to_scripts_through_the_environment_alone()
    {
        // An expression inside a script is code of whoever chose its value.
        foreach (var line in Action.Split('\n').Where(line => line.TrimStart().StartsWith("run:", StringComparison.Ordinal)))
            line.ShouldNotContain("${{");
    }

    [Test]
    public void Pins_every_foreign_action_by_commit()
    {
        var workflows = Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows"))
            .Append(Path.Combine(Repository.Root, "grader", "Grader", "Exporting", "Template", ".github", "workflows", "grade.yml"))
            .Select(File.ReadAllText).Append(Action);
        var uses = workflows.SelectMany(text => Regex.Matches(text, @"uses: (\S+)").Select(match => match.Groups[1].Value)).ToList();
        uses.Count.ShouldBeGreaterThan(3);
        uses.Where(name => !name.StartsWith("./", StringComparison.Ordinal)).ShouldAllBe(name => Regex.IsMatch(name, "@[0-9a-f]{40}$"));
    }
}
