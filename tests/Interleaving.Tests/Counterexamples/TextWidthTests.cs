namespace Interleaving.Tests.Counterexamples;

/// <summary>Cells of a terminal, by Unicode's East Asian Width.</summary>
public sealed class TextWidthTests
{
    [TestCase("", 0)]
    [TestCase("Deposit(100) #1", 15)]
    [TestCase("Jos\u00E9", 4)]
    [TestCase("Jose\u0301", 4, Description = "the accent stands on the letter")]
    [TestCase("口座", 4)]
    [TestCase("ｶﾅ", 2, Description = "halfwidth")]
    [TestCase("한글", 4)]
    [TestCase("→ ✗ » ─", 7, Description = "what tables are drawn with")]
    [TestCase("🙂", 2)]
    public void Is_what_a_terminal_takes_for_it(string text, int width) => TextWidth.Of(text).ShouldBe(width);

    [Test]
    public void A_wide_letter_is_in_the_line_or_not_but_never_halved()
    {
        TextWidth.Fitting("口座口座", 3).ShouldBe(1);
        TextWidth.Fitting("e\u0301e\u0301", 1).ShouldBe(2);
        TextWidth.Cut("口座a", 2, 4).ShouldBe("座");
        TextWidth.Padded("口座", 6).ShouldBe("口座  ");
    }

    [TestCase(5)]
    [TestCase(12)]
    public void Wrapped_lines_take_no_more_cells_than_there_are(int width)
    {
        const string Text = "reads 口座番号の残高 → 一二三 and 🙂🙂🙂🙂🙂🙂🙂";
        var lines = Wrapping.Of(Text, width);
        lines.ShouldAllBe(line => TextWidth.Of(line) <= width);
        string.Concat(lines).Replace(" ", "").ShouldBe(Text.Replace(" ", ""));
    }

    [Test]
    public void Wide_names_are_aligned_in_columns() => new Story(
        ["main", "入金(100)", "出金(50)"],
        [
            Step(0, "starts 入金 and 出金"),
            Step(1, "reads 残高 → 0"),
            Step(2, "reads 残高 → 0"),
        ]).ToTable().ShouldBe(
        """
                     main                  入金(100)       出金(50)
                     ────────────────────  ──────────────  ──────────────
          口座.cs:7  starts 入金 and 出金
          口座.cs:7                        reads 残高 → 0
          口座.cs:7                                        reads 残高 → 0

        """);

    [Test]
    public void A_long_name_in_a_list_has_a_line_to_itself() => new Story(
        ["main", "Transfer(from: Checking, to: Savings, amount: 100)", "Deposit(50)"],
        [
            Step(0, "starts both"),
            Step(1, "reads Balance → 0 and then writes Balance ← 100"),
            Step(2, "reads Balance → 0"),
        ]).ToTable(64).ShouldBe(
        """
          口座.cs:7  main         starts both
          口座.cs:7  Transfer(from: Checking, to: Savings, amount: 100)
                                  reads Balance → 0 and then writes
                                    Balance ← 100
          口座.cs:7  Deposit(50)  reads Balance → 0

        """);

    private static StoryStep Step(int lane, string text) =>
        new(lane, "口座.cs", 7, StoryStepKind.Note, text, TimeSpan.Zero, Switched: false, Fails: false);
}
