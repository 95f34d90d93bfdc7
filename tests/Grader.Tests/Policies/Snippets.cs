namespace Grader.Tests.Policies;

/// <summary>Small programs in one file, each under a line <c>// ---- name</c>.</summary>
internal static class Snippets
{
    private const string Mark = "// ---- ";

    public static IEnumerable<TestCaseData> Of(string folder)
    {
        var path = Path.Combine(Repository.Root, "tests", "Grader.Tests", "Policies", folder);
        return from file in Directory.GetFiles(path, "*.cs").Order(StringComparer.Ordinal)
               from part in File.ReadAllText(file).Split(Mark, StringSplitOptions.RemoveEmptyEntries)
               let name = part[..part.IndexOf('\n')]
               select new TestCaseData(Mark + part).SetArgDisplayNames(name);
    }
}
