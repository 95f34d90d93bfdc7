using Grader.Watching;
using Spectre.Console;

namespace Grader.Tests.Watching;

public sealed class InterleavingLinesTests
{
    private const string Drawn = """
                                 main               Deposit(100) [a]      Withdraw(5)
                                                    #1
                                 ─────────────────  ────────────────────  ───────────
          LostUpdateTests.cs:35  starts Task.Run #1
          LostUpdate.cs:18                          reads balance → 0
        » LostUpdate.cs:18                                                writes a
                                                                            long name ← 5
                                                                          ends
        ✗ LostUpdateTests.cs:37  account.Balance should be 150 [not 100]

        """;

    [Test]
    public void On_a_wide_terminal_the_drawing_is_as_it_was() =>
        string.Join('\n', InterleavingLines.Of(Drawn, 200).Select(Markup.Remove)).ShouldBe(Drawn.TrimEnd('\n'));

    [Test]
    public void Each_operation_has_its_colour_and_what_went_wrong_is_red()
    {
        var lines = InterleavingLines.Of(Drawn, 200).ToList();

        Colour(lines[4], "reads balance").ShouldNotBe(Colour(lines[3], "starts"));
        Colour(lines[4], "reads balance").ShouldNotBe(Colour(lines[5], "writes a"));
        lines[8].ShouldStartWith("[bold red]");
    }

    [Test]
    public void On_a_narrow_one_the_operation_stands_before_what_it_did() =>
        string.Join('\n', InterleavingLines.Of(Drawn, 80).Select(Markup.Remove)).ShouldBe("""
              LostUpdateTests.cs:35 main                starts Task.Run #1
              LostUpdate.cs:18      Deposit(100) [a] #1 reads balance → 0
            » LostUpdate.cs:18      Withdraw(5)         writes a
                                                          long name ← 5
                                    Withdraw(5)         ends
            ✗ LostUpdateTests.cs:37 main                account.Balance should be 150 [not 100]
            """);

    [TestCase(80)]
    [TestCase(200)]
    public void The_legend_is_in_no_column(int width) =>
        InterleavingLines.Of(Drawn + "\nGreek letters stand for values.\n", width).TakeLast(2)
            .ShouldBe(["[default][/]", "[default]Greek letters stand for values.[/]"]);

    [TestCase("")]
    [TestCase("just [words]\nin two lines")]
    public void What_is_no_table_stays_as_it_is(string text) =>
        string.Join('\n', InterleavingLines.Of(text, 20).Select(Markup.Remove)).ShouldBe(text);

    private static string Colour(string line, string words)
    {
        var before = line[..line.IndexOf(words, StringComparison.Ordinal)];
        var tag = before[before[..before.LastIndexOf(']')].LastIndexOf('[')..];
        return tag == "[bold]" ? before[before[..^tag.Length].LastIndexOf('[')..] : tag;
    }
}
