using Grader.Configuration;
using Grader.Verdicts;
using Judge;

namespace Grader.Tests.Verdicts;

/// <summary>Every verdict has its row, and what is drawn from it fits together.</summary>
[TestFixture]
internal sealed class VerdictTableTests
{
    [Test]
    public void The_order_of_severity_has_each_verdict_once() =>
        VerdictTable.WorstFirst.Select(row => row.Verdict).ShouldBe(Enum.GetValues<Verdict>(), ignoreOrder: true);

    [TestCaseSource(nameof(Every))]
    public void A_verdict_is_found_by_its_name_and_has_words_for_people(Verdict verdict)
    {
        var row = VerdictTable.Of(verdict);

        row.Verdict.ShouldBe(verdict);
        row.Title.ShouldNotBeNullOrWhiteSpace();
        row.Meaning.ShouldNotBeNullOrWhiteSpace();
    }

    [Test]
    public void The_worst_speaks_for_all() =>
        VerdictTable.Worst([Verdict.Accepted, Verdict.TooSlow, Verdict.WrongAnswer, Verdict.DataRace]).ShouldBe(Verdict.DataRace);

    [Test]
    public void Whoever_has_none_is_accepted() => VerdictTable.Worst([]).ShouldBe(Verdict.Accepted);

    [Test]
    public void Only_what_costs_points_has_a_hint() =>
        VerdictTable.All.Where(row => row.Hint is not null).Select(row => row.Verdict.ToString()).ShouldBeSubsetOf(Hints.Answered);

    private static Verdict[] Every() => Enum.GetValues<Verdict>();
}
