using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Grader.Reporting;

namespace Grader.Tests.Reporting;

/// <summary>What a student wrote stays text in every format.</summary>
public sealed class EncoderTests
{
    /// <summary>Texts that mean something to one format or another.</summary>
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</script><svg/onload=x>", "=cmd|'/c calc'!A1", "@SUM(1)",
        "::error file=x::pwned", "  ::set-output name=score::100", "x ##[error]pwned", "##vso[task.complete]", "::stop-commands::x\n::error::y",
        "\u001b[2J\u001b]8;;http://evil\u0007click\u001b]8;;\u0007", "abc\u202ecba", "\u2066x\u2069", "]]>", "a\0b", "\ud800 lone", "lone \udc00",
        "[link](http://evil)", "![image](http://evil/x.png)", "| a | b |", "a\nb\r\nc", "```\nout\n```", "**bold** _it_ ~no~ `code`", "&lt;b&gt;",
        "https://evil.example/x", "www.evil.example", "me@evil.example", "@everyone", "$\\href{x}{y}$", "# head", "- item", "1. item", "> quote", "\u2028\u2029\u0085",
        "\U000e0001\U000e0041", "\ufeffx\u200by", "\uffff\ufffe", "\b\b\boverwritten", "<!-- gone", "\\*not escaped\\*", "Zürich 東京 🎉 ok",
    ];

    [TestCaseSource(nameof(Hostile))]
    public void A_terminal_gets_no_character_that_it_would_obey(string text)
    {
        PlainText.Of(text).ShouldAllBe(c => c == '\n' || c == '\t' || !char.IsControl(c));
        PlainText.Line(text).ShouldNotMatch(@"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]");
        IsWellFormed(PlainText.Of(text)).ShouldBeTrue();
    }

    [Test]
    public void What_is_hidden_is_shown() =>
        PlainText.Of("a\u001b[2Jb\u202ec\ud800\U000e0001").ShouldBe("a\\u001b[2Jb\\u202ec\\ud800\\udb40\\udc01");

    [Test]
    public void Ordinary_text_is_left_as_it_is()
    {
        const string text = "Zürich 東京 🎉: 3 of 4\n\tx = 1;";
        PlainText.Of(text).ShouldBe(text);
        XmlContent.Of(text).ShouldBe(text);
        CsvText.Cell("Zürich 東京 🎉").ShouldBe("Zürich 東京 🎉");
    }

    [TestCaseSource(nameof(Hostile))]
    public void XML_holds_it_and_gives_it_back(string text)
    {
        var element = new XElement("m", XmlContent.Of(text));
        var xml = new System.Text.StringBuilder();
        using (var writer = XmlWriter.Create(xml, new XmlWriterSettings { NewLineHandling = NewLineHandling.Entitize }))
            element.WriteTo(writer);
        XElement.Parse(xml.ToString(), LoadOptions.PreserveWhitespace).Value.ShouldBe(XmlContent.Of(text));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("  =1+1", "'  =1+1")]
    [TestCase("\u00a0+1", "'\u00a0+1")]
    [TestCase("\0=1", "'\\u0000=1")]
    [TestCase("\uff1d1", "'\uff1d1")]
    [TestCase("\ufe66x", "'\ufe66x")]
    [TestCase("\u200b\u2003=1", "'\u200b\u2003=1")]
    [TestCase("\u22121", "'\u22121")]
    [TestCase("\tx", "'\tx")]
    [TestCase("alice", "alice")]
    [TestCase("", "")]
    public void A_spreadsheet_sees_no_formula(string text, string cell) => CsvText.Cell(text).ShouldBe(cell);

    [TestCaseSource(nameof(Hostile))]
    public void Markdown_prose_has_no_markup_left(string text)
    {
        var prose = MarkdownText.Of(text);
        prose.ShouldNotMatch(@"[\n\r|<>\[\]!*_`~\\$@]");
        Regex.Replace(prose, "&#[0-9]+;", "").ShouldNotContain('&');
        prose.ShouldNotContain("://");
        prose.ShouldNotContain("www.");
    }

    [Test]
    public void Markdown_prose_stays_readable() =>
        MarkdownText.Of("LostUpdate.cs:14: two writers, one lost").ShouldBe("LostUpdate.cs:14: two writers, one lost");

    [TestCaseSource(nameof(Hostile))]
    public void Nothing_closes_a_block_or_span_of_code_but_its_end(string text)
    {
        var block = MarkdownText.Block(text);
        var fence = block[..block.IndexOf("text", StringComparison.Ordinal)];
        block.Split(fence).Length.ShouldBe(3);
        var span = MarkdownText.Code(text);
        var ticks = span[..span.IndexOf(' ', StringComparison.Ordinal)];
        Regex.Count(span, $"(?<!`){ticks}(?!`)").ShouldBe(2);
        span.ShouldNotContain('\n');
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_workflow_log_obeys_nothing_between_stop_and_return(string text)
    {
        var lines = WorkflowText.Log(text).TrimEnd('\n').Split('\n');
        var token = lines[0]["::stop-commands::".Length..];
        lines[^1].ShouldBe($"::{token}::");
        var inside = lines[1..^1];
        inside.ShouldAllBe(line => !line.TrimStart().StartsWith("::") && !line.Contains("##["));
        string.Join('\n', inside).ShouldNotContain(token);
    }

    [TestCaseSource(nameof(Hostile))]
    public void A_command_of_ours_stays_one_line_with_its_properties(string text)
    {
        WorkflowText.Message(text).ShouldNotMatch(@"[\r\n]");
        WorkflowText.Property(text).ShouldNotMatch(@"[\r\n:,]");
    }

    [Test]
    public void A_gigantic_text_is_encoded_in_one_pass()
    {
        var text = string.Concat(Enumerable.Repeat("<a>\u202e|`", 200_000));
        PlainText.Of(text).Length.ShouldBeGreaterThan(text.Length);
        MarkdownText.Of(text).Length.ShouldBeGreaterThan(text.Length);
        WorkflowText.Log(text).Length.ShouldBeGreaterThan(text.Length);
    }

    private static bool IsWellFormed(string text) => PlainText.Parts(text).All(part => part.Length == 2 || !char.IsSurrogate(part[0]));
}
