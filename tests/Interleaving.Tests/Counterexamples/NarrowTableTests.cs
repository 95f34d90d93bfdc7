using Interleaving.Frameworks;

namespace Interleaving.Tests.Counterexamples;

/// <summary>A table fits the line that there is: `dotnet test` breaks what is longer in the middle of a word.</summary>
[NonParallelizable]
public sealed class NarrowTableTests
{
    private const string Variable = "INTERLEAVING_WIDTH";

    private string? before;

    [SetUp]
    public void Keep() => before = Environment.GetEnvironmentVariable(Variable);

    [TearDown]
    public void Restore() => Environment.SetEnvironmentVariable(Variable, before);

    [TestCase(74)]
    [TestCase(94)]
    [TestCase(114)]
    public void No_line_is_longer_than_there_is_room(int width)
    {
        var table = Deposits.ToTable(width);
        table.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(width);
        table.ShouldBeApproved($"narrow-{width}.txt");
    }

    [Test]
    public void Without_room_for_columns_the_name_stands_before_what_was_done() => Deposits.ToTable(60).ShouldBe(
        """
          Bank.cs:17  main             starts Task.Run #1 and awaits
                                         Task.Run #2
          Bank.cs:8   Deposit(100) #1  reads Balance → 0
        » Bank.cs:8   Deposit(50) #2   reads Balance → 0
          Bank.cs:8   Deposit(50) #2   writes Balance ← 50
        ✗ Bank.cs:18  main             Balance should be 150 but was
                                         100

        """);

    [Test]
    public void A_line_of_no_use_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Deposits.ToTable(39)).ParamName.ShouldBe("width");

    [TestCase("100", 100)]
    [TestCase("30", 40)]
    [TestCase("500", 120)]
    public void The_environment_may_say_how_long_a_line_is(string variable, int width)
    {
        Environment.SetEnvironmentVariable(Variable, variable);
        Terminal.LineWidth.ShouldBe(width);
    }

    [Test]
    public void A_width_that_is_no_number_is_refused_by_name()
    {
        Environment.SetEnvironmentVariable(Variable, "wide");
        Should.Throw<FormatException>(() => Terminal.LineWidth).Message.ShouldStartWith("The environment variable INTERLEAVING_WIDTH is 'wide'.");
    }

    [Test]
    public void The_words_above_the_table_are_broken_at_spaces()
    {
        var exploration = new Exploration
        {
            Failure = FailureKind.DataRace,
            Message = "Data race: Task.Run #1 writes Balance at Bank.cs:8 and Task.Run #2 reads Balance at Bank.cs:8, and nothing orders the two.\n"
                + "    An update was lost: both deposits read the same old balance, and one forgot the other.",
            Story = Deposits,
            Schedules = 3,
        };
        ExplorationText.Failure(exploration, "", 74).Split('\n')[..5].ShouldBe(
        [
            "Data race: Task.Run #1 writes Balance at Bank.cs:8 and Task.Run #2 reads",
            "Balance at Bank.cs:8, and nothing orders the two.",
            "    An update was lost: both deposits read the same old balance, and one",
            "    forgot the other.",
            "",
        ]);
        ExplorationText.Failure(exploration, "", 120).Split('\n')[0].ShouldEndWith("nothing orders the two.");
    }

    private static Story Deposits => new(
        ["main", "Deposit(100) #1", "Deposit(50) #2"],
        [
            Step(0, 17, "starts Task.Run #1 and awaits Task.Run #2"),
            Step(1, 8, "reads Balance → 0"),
            Step(2, 8, "reads Balance → 0") with { Switched = true },
            Step(2, 8, "writes Balance ← 50"),
            Step(0, 18, "Balance should be 150 but was 100") with { Fails = true },
        ]);

    private static StoryStep Step(int lane, int line, string text) =>
        new(lane, "Bank.cs", line, StoryStepKind.Note, text, TimeSpan.Zero, Switched: false, Fails: false);
}
