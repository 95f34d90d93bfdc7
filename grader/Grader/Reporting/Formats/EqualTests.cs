using Grader.Reporting.Adjusting;

namespace Grader.Reporting.Formats;

/// <summary>Parts a kata into tests of equal weight, so that counting those that passed gives its points.</summary>
internal static class EqualTests
{
    /// <param name="kata">The kata.</param>
    /// <param name="most">The most tests; with points so fine that more were needed, they are rounded to the nearest test.</param>
    /// <returns>One or more.</returns>
    public static IReadOnlyList<EqualTest> Of(ReportKata kata, int most)
    {
        if (kata.MaxScore <= 0)
            return [new EqualTest(kata.Title, kata.Criteria.Count > 0 ? kata.Criteria[0] : null, true, 0)];
        var all = Cents(kata.MaxScore);
        var unit = kata.Criteria.SelectMany(criterion => (long[])[Cents(criterion.Score), Cents(criterion.MaxScore)])
            .Append(Cents(kata.Score)).Append(all).Aggregate(GreatestCommonDivisor);
        var count = (int)Math.Min(all / unit, most);
        var passed = (int)Math.Round(Cents(kata.Score) * count / (decimal)all, MidpointRounding.AwayFromZero);
        var worth = kata.MaxScore / count;
        var parts = Parts(kata, count, all);
        var named = Named(Balanced(parts, passed), worth, string.Join("; ", AdjustmentText.Of(kata)));
        if (all / unit > most)
        {
            named[0] = named[0] with
            {
                Name = $"{named[0].Name} [{PlainText.Points(kata.Score)} of {PlainText.Points(kata.MaxScore)} points, rounded here to {count} equal tests]",
            };
        }

        return named;
    }

    /// <summary>For each criterion that is worth something its tests, and how many of them passed.</summary>
    private static List<(ReportCriterion Criterion, int Passed, int Count)> Parts(ReportKata kata, int count, long all)
    {
        var parts = new List<(ReportCriterion, int, int)>();
        var (before, end) = (0L, 0);
        foreach (var criterion in kata.Criteria.Where(criterion => criterion.MaxScore > 0))
        {
            // Places of the ends are rounded, not the lengths: so they add up to all.
            before += Cents(criterion.MaxScore);
            var next = (int)(before * count / all);
            var own = next - end;
            end = next;
            parts.Add((criterion, (int)Math.Round(own * criterion.Score / criterion.MaxScore, MidpointRounding.AwayFromZero), own));
        }

        return parts;
    }

    /// <summary>Takes away or gives until so many passed: a penalty from the end, a gift to the first that failed.</summary>
    private static List<(ReportCriterion Criterion, bool Passed, bool Changed)> Balanced(List<(ReportCriterion Criterion, int Passed, int Count)> parts, int passed)
    {
        var tests = parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(i => (part.Criterion, Passed: i < part.Passed, Changed: false))).ToList();
        var missing = passed - tests.Count(test => test.Passed);
        for (var i = 0; i < tests.Count && missing > 0; i++)
        {
            if (!tests[i].Passed)
                (tests[i], missing) = ((tests[i].Criterion, true, true), missing - 1);
        }

        for (var i = tests.Count - 1; i >= 0 && missing < 0; i--)
        {
            if (tests[i].Passed)
                (tests[i], missing) = ((tests[i].Criterion, false, true), missing + 1);
        }

        return tests;
    }

    private static List<EqualTest> Named(List<(ReportCriterion Criterion, bool Passed, bool Changed)> tests, double worth, string changes)
    {
        var named = new List<EqualTest>(tests.Count);
        foreach (var group in tests.GroupBy(test => test.Criterion.Id))
        {
            var count = group.Count();
            named.AddRange(group.Select((test, i) =>
            {
                var name = $"{test.Criterion.Title}{(count > 1 ? $" ({i + 1} of {count})" : "")}";
                return test.Changed
                    ? new EqualTest(changes.Length > 0 ? $"{name}, {changes}" : name, null, test.Passed, test.Passed ? worth : 0)
                    : new EqualTest(name, test.Criterion, test.Passed, test.Passed ? worth : 0);
            }));
        }

        return named;
    }

    private static long Cents(double points) => (long)Math.Round(points * 100, MidpointRounding.AwayFromZero);

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
