using System.Globalization;
using System.Xml.Linq;

namespace Field;

/// <summary>
/// Reports of faults, each written as a broken and a mended program with <c>[Test, Interleaved]</c>: compiled into a test
/// project and run by <c>dotnet test</c>, as their authors would.
/// </summary>
internal sealed class Reports(string root, Checks checks)
{
    private const string Variant = "expect ";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LimitOfOne = TimeSpan.FromMinutes(1);
    private readonly string desk = Path.Combine(root, "artifacts", "field");

    public async Task RunAsync(IReadOnlyList<CaseFile> reports, int seeds)
    {
        if (reports.Count == 0)
            return;
        var (built, ended) = await BuildAsync(reports);
        if (!ended || !built.Contains("Build succeeded", StringComparison.Ordinal))
        {
            checks.Add(false, "the reports compile", built);
            return;
        }

        for (var seed = 1; seed <= seeds; seed++)
        {
            // A report that may hang, as it does where it is not refused, has a process to itself.
            var together = reports.Where(report => !report.Says("isolate")).ToList();
            var results = await TestAsync(seed, "not-isolated", together);
            foreach (var report in reports.Except(together))
                results = [.. results, .. await TestAsync(seed, report.Name, [report])];
            foreach (var report in reports)
                Hold(report, seed, results);
        }
    }

    private void Hold(CaseFile report, int seed, IReadOnlyList<Result> results)
    {
        // Programs are found by their namespace: R02 for 02-release-after-cancelled-wait.
        var space = NamespaceOf(report);
        foreach (var result in results.Where(result => result.Class.StartsWith(space + ".", StringComparison.Ordinal)))
        {
            var expected = report.Value(Variant + result.Test.ToLowerInvariant()) ?? "accepted";
            var name = $"{report.Name} {result.Test.ToLowerInvariant()}{(seed == 1 ? "" : $", seed {seed}")}";
            checks.Add(expected.Split('|').Any(one => Holds(one.Trim(), result)), name, $"expected {expected}, but {result.Told}");
        }

        if (!results.Any(result => result.Class.StartsWith(space + ".", StringComparison.Ordinal)))
            checks.Add(false, report.Name, "hangs, or has no test");
    }

    private static bool Holds(string expected, Result result) => expected switch
    {
        "accepted" => result.Passed,
        _ when result.Passed => false,
        "race" => result.Message.Contains("Data race", StringComparison.Ordinal),
        "deadlock" => result.Message.Contains("Deadlock", StringComparison.Ordinal),
        "assertion" => result.Message.Contains("Assert.", StringComparison.Ordinal) || result.Message.Contains("Expected:", StringComparison.Ordinal),
        _ => result.Message.Contains(expected, StringComparison.OrdinalIgnoreCase),
    };

    private static string NamespaceOf(CaseFile report) =>
        File.ReadLines(report.Path).First(line => line.StartsWith("namespace ", StringComparison.Ordinal))["namespace ".Length..].TrimEnd(';', ' ');

    private async Task<(string Output, bool Ended)> BuildAsync(IReadOnlyList<CaseFile> reports)
    {
        Directory.CreateDirectory(desk);
        await File.WriteAllTextAsync(Path.Combine(desk, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(desk, "Directory.Packages.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(desk, "Reports.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <NoWarn>$(NoWarn);NU1603;NUnit1032;CS8632;CS4014;CS1998</NoWarn>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NUnit" Version="{Pinned("NUnit")}" />
                <PackageReference Include="NUnit3TestAdapter" Version="{Pinned("NUnit3TestAdapter")}" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="{Pinned("Microsoft.NET.Test.Sdk")}" />
                <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.0" />
                <ProjectReference Include="{root}/grader/Interleaving.NUnit/Interleaving.NUnit.csproj" />
                <Using Include="NUnit.Framework" />
                <Using Include="Interleaving" />
                <Using Include="Interleaving.NUnit" />
                <Using Include="System.Collections.Concurrent" />
                <Using Include="System.Threading.Channels" />
                {string.Concat(reports.Select(report => $"<Compile Include=\"{report.Path}\" />"))}
              </ItemGroup>
            </Project>
            """);
        return await Tool.RunAsync(desk, Limit, new Dictionary<string, string>(), "dotnet", "build", "Reports.csproj");
    }

    private async Task<IReadOnlyList<Result>> TestAsync(int seed, string name, IReadOnlyList<CaseFile> reports)
    {
        if (reports.Count == 0)
            return [];
        var results = Path.Combine(desk, $"{name}-{seed}.trx");
        File.Delete(results);
        await Tool.RunAsync(
            desk,
            reports.Count == 1 ? LimitOfOne : Limit,
            new Dictionary<string, string> { ["INTERLEAVING_SEED"] = seed.ToString(CultureInfo.InvariantCulture) },
            "dotnet",
            "test", "Reports.csproj", "--no-build", "--results-directory", desk, "--logger", $"trx;LogFileName={Path.GetFileName(results)}",
            "--filter", string.Join('|', reports.Select(report => $"FullyQualifiedName~{NamespaceOf(report)}.")));
        return File.Exists(results) ? Read(results) : [];
    }

    private static List<Result> Read(string trx)
    {
        var document = XDocument.Load(trx);
        XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var classes = document.Descendants(ns + "UnitTest").ToDictionary(
            test => (string)test.Attribute("id")!, test => (string)test.Element(ns + "TestMethod")!.Attribute("className")!);
        return [.. document.Descendants(ns + "UnitTestResult").Select(result => new Result(
            classes[(string)result.Attribute("testId")!],
            (string)result.Attribute("testName")!,
            (string)result.Attribute("outcome")! == "Passed",
            string.Concat(result.Descendants(ns + "Message").Select(message => message.Value))))];
    }

    private string Pinned(string package) => XDocument.Load(Path.Combine(root, "Directory.Packages.props"))
        .Descendants("PackageVersion").First(version => (string)version.Attribute("Include")! == package).Attribute("Version")!.Value;

    private sealed record Result(string Class, string Test, bool Passed, string Message)
    {
        public string Told => Passed ? "it was accepted" : Message[..Math.Min(Message.Length, 1_500)];
    }
}
