using System.Text;
using Judge;

namespace Grader.Reporting.Comparing;

/// <summary>A comparison in plain text: those who gained most first, those who lost most last.</summary>
internal static class ComparisonText
{
    public static string Render(Comparison comparison)
    {
        var text = new StringBuilder(Headline(comparison)).Append('\n');
        if (!comparison.Same)
            text.Append("note: the two reports were graded differently (grader, suites, seed or schedules), so a change may be the grader's\n");
        foreach (var student in Ordered(comparison))
            text.Append(PlainText.Of($"{Sign(student)} {student.Id}: {Points(student)}{Katas(student)}")).Append('\n');
        return text.ToString();
    }

    /// <summary>Those who gained most first, those who lost most last, then who is new or gone.</summary>
    public static IEnumerable<StudentChange> Ordered(Comparison comparison) => comparison.Students
        .OrderBy(student => student.Was is null || student.Now is null)
        .ThenByDescending(student => student.Gain).ThenBy(student => student.Id, StringComparer.Ordinal);

    public static string Headline(Comparison comparison)
    {
        var rose = comparison.Students.Count(student => student.Gain > 0);
        var fell = comparison.Students.Count(student => student.Gain < 0);
        var come = comparison.Students.Count(student => student.Was is null);
        var gone = comparison.Students.Count(student => student.Now is null);
        return $"{rose} rose, {fell} fell, {come} new, {gone} gone, {comparison.Unchanged} unchanged";
    }

    public static string Points(StudentChange student) =>
        $"{Points(student.Was, "new")} → {Points(student.Now, "gone")}";

    /// <summary>Points before and after, with the verdicts when they are others now.</summary>
    public static string Change(KataChange kata) => kata.VerdictWas == kata.VerdictNow
        ? $"{Points(kata.Was, "none")} → {Points(kata.Now, "none")}"
        : $"{Told(kata.Was, kata.VerdictWas)} → {Told(kata.Now, kata.VerdictNow)}";

    private static string Told(double? points, Verdict? verdict) => verdict is null ? "none" : $"{Points(points, "")} {verdict}";

    private static string Katas(StudentChange student) =>
        student.Katas.Count == 0 ? "" : $" ({string.Join("; ", student.Katas.Select(kata => $"{kata.Id} {Change(kata)}"))})";

    private static string Points(double? points, string none) => points is { } some ? PlainText.Points(some) : none;

    private static char Sign(StudentChange student) => student.Gain switch { > 0 => '+', < 0 => '-', _ => '=' };
}
