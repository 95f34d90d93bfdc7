using Interleaving.Strategies;

namespace Interleaving.Tests.Strategies;

/// <summary>Which strategies there are stands in one table; the options and the README follow it.</summary>
public sealed class StrategyTableTests
{
    [Test]
    public void Each_name_has_its_row() => StrategyTable.All.Select(row => row.Strategy).ShouldBe(Enum.GetValues<Strategy>());

    [Test]
    public void The_list_in_the_README_is_current()
    {
        var readme = Repository.Read("grader/Interleaving/README.md");
        var named = StrategyTable.All.Where(row => row.Strategy != default).Select(row => $"`{row.Strategy}`{row.Options}");

        readme.ShouldContain($"| `Strategy` | how schedules are chosen: several ways in turn unless given, or one of {string.Join(", ", named)} |\n");
    }
}
