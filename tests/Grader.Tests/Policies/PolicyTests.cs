using Grader.Policies;
using Grader.Tests.Compiling;

namespace Grader.Tests.Policies;

public sealed class PolicyTests
{
    [Test]
    public void Ending_the_process_is_refused_with_line_and_substitute() =>
        Violations("class C\n{\n    void M()\n    {\n        Environment.Exit(0);\n    }\n}\n")
            .ShouldBe(["Tiny.cs:5: Environment.Exit is not allowed; use throw an exception, or return"]);

    [Test]
    public void It_is_found_in_lambdas_and_state_machines_too() =>
        Violations("class C\n{\n    async Task M()\n    {\n        await Task.Run(() =>\n            Environment.FailFast(\"\"));\n    }\n}\n")
            .ShouldHaveSingleItem().ShouldStartWith("Tiny.cs:6: Environment.FailFast");

    [Test]
    public void Native_code_is_refused() =>
        Violations("using System.Runtime.InteropServices;\nclass C { [DllImport(\"libc\")] static extern int getpid(); }")
            .ShouldHaveSingleItem().ShouldContain("getpid calls native code, which no kata needs; write it in C#");

    [Test]
    public void Every_answer_of_ours_is_allowed()
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "solutions"), "*.cs", SearchOption.AllDirectories))
        {
            var compilation = Compiled.Of(File.ReadAllText(path));
            compilation.Errors.ShouldBeEmpty(path);
            Policy.Violations(compilation.Debug!).ShouldBeEmpty(path);
        }
    }

    private static List<string> Violations(string code) =>
        [.. Policy.Violations(Compiled.Of(code).Debug!).Select(finding => finding.ToString())];
}
