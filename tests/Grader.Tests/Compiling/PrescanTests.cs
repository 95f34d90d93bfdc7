using System.Text;
using Grader.Compiling;
using Grader.Records;

namespace Grader.Tests.Compiling;

public sealed class PrescanTests
{
    [Test]
    public void Nested_interpolations_are_told_before_the_compiler_takes_minutes()
    {
        var text = "1";
        for (var i = 0; i < 20; i++)
            text = $"$\"{{{text}}}\"";
        Problem($"class C\n{{\n    string M() => {text};\n}}").ShouldBe(
            "T.cs:3: has more than 6 string interpolations inside each other, which takes the compiler minutes; put the inner texts into variables");
    }

    [TestCase('(', ')')]
    [TestCase('[', ']')]
    [TestCase('{', '}')]
    public void Deep_brackets_are_told(char open, char close) =>
        Problem($"\n{new string(open, 10_000)}{new string(close, 10_000)}").ShouldNotBeNull()
            .ShouldStartWith("T.cs:2: has more than 100 brackets inside each other");

    [Test]
    public void Brackets_in_holes_count_on() =>
        Problem($"$\"{{{new string('(', 60)}$\"{{{new string('(', 60)}").ShouldNotBeNull().ShouldContain("100 brackets");

    [TestCase("#line 1 \"../../etc/passwd\"")]
    [TestCase("  # line hidden")]
    [TestCase("\f#line hidden")]
    [TestCase("\v #\u00A0line hidden")]
    [TestCase("#region @\"\n#line hidden", 3)]
    [TestCase("// a comment\r#line hidden", 3)]
    [TestCase("// a comment\u2028#line hidden", 3)]
    public void A_line_directive_is_told(string directive, int line = 2) =>
        Problem($"class C;\n{directive}\n").ShouldBe($"T.cs:{line}: has a #line directive, after which no message can name the right place; remove it");

    [TestCase("// ((((")]
    [TestCase("/* {{{{ \n */ class C;")]
    [TestCase("var s = \"((({{{[[[\";")]
    [TestCase("var s = @\"a\\\"; var t = @\"\"\"((\"; var u = \"\";")]
    [TestCase("var s = \"\"\"\n  #line 1 { \" {{ \"\" \n  \"\"\";")]
    [TestCase("var s = $\"{{ {1} }} {$\"{2:x}\"} {a[\"k\"]}\";")]
    [TestCase("var s = $$\"\"\"{ {{x}} {{{y}}} }\"\"\";")]
    [TestCase("var s = $@\"c:\\{x}\"\"{y}\"; char c = '{', d = '\\'', e = '\"';")]
    [TestCase("#region line 1\n#if false\n don't { \"that\n#endif\n")]
    [TestCase("var s = \"unterminated ((\nclass C;")]
    public void Ordinary_text_passes(string code) => Problem(string.Concat(Enumerable.Repeat(code + "\n", 40))).ShouldBeNull();

    [Test]
    public void It_agrees_with_the_compiler_on_every_file_of_ours()
    {
        // All but those that are made to be refused, and copies of such.
        string[] hostile = [Path.Combine(Repository.Root, "tests", "Attacks") + Path.DirectorySeparatorChar, Path.Combine(Repository.Root, "artifacts") + Path.DirectorySeparatorChar];
        foreach (var path in Directory.GetFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("Prescan", StringComparison.Ordinal) && !hostile.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))))
            Problem(File.ReadAllText(path)).ShouldBeNull(path);
    }

    [Test]
    public void Any_text_has_an_end()
    {
        var random = new Random(7);
        const string alphabet = "\"\"\"$$@{}{}()[]'\\/*\n#line x";
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(60); i > 0; i--)
                text.Append(alphabet[random.Next(alphabet.Length)]);
            Should.NotThrow(() => Problem(text.ToString()), text.ToString());
        }
    }

    private static string? Problem(string text) => Prescan.Problem(new SourceFile("T.cs", text))?.ToString();
}
