using Grader.Reporting.Comparing;
using Grader.Verdicts;
using Judge;

namespace Grader.Reporting.Html;

/// <summary>
/// A report cut up for the page: an overview of everybody, and the details in parts, so that opening a class of 500 unpacks
/// a few megabytes instead of two hundred. A part has one kata of neighbouring students: what is alike, their code and the suite's
/// words, lies close together and compresses well.
/// </summary>
internal sealed record PageData(PageOverview Overview, IEnumerable<IReadOnlyList<ReportKata?>> Parts)
{
    /// <summary>A student's page reads this many results for each kata: few enough to unpack at once, enough to share words.</summary>
    private const int Group = 25;

    private const int MostOfExample = 200;

    /// <param name="report">The results.</param>
    /// <param name="personal">Whether it is for the one student in it, so that no class is spoken of.</param>
    /// <param name="changes">What changed since an earlier report; null when none was given.</param>
    public static PageData Of(Report report, bool personal, Comparison? changes = null)
    {
        var groups = report.Submissions.Chunk(Group).ToList();
        List<string> katas = [];

        // Results may lie on disk, so each is read once here, and once for its part. The overview is line 0 of the data, so part 0 is line 1.
        List<PageSubmission> submissions =
        [
            .. groups.SelectMany((group, g) => group.Select(submission => new PageSubmission(
                submission.Id, submission.Score, submission.MaxScore,
                [.. submission.Katas.Select(kata => Kata(kata, 1 + (Number(kata.Id) * groups.Count) + g))],
                submission.Notes, submission.Comments))),
        ];
        var parts = katas.SelectMany(id => groups.Select((group, g) => (IReadOnlyList<ReportKata?>)
            [.. group.Select((submission, i) => Find(submission, [.. submissions[(g * Group) + i].Katas.Select(kata => kata.Id)], id))]));
        return new PageData(new PageOverview(report.Grader, report.Machine, Group, PageVerdict.All, submissions, personal ? true : null, changes), parts);

        int Number(string id)
        {
            if (!katas.Contains(id))
                katas.Add(id);
            return katas.IndexOf(id);
        }
    }

    private static ReportKata? Find(ReportSubmission submission, List<string> katas, string id) =>
        katas.IndexOf(id) is >= 0 and var index ? submission.Katas[index] : null;

    private static PageKata Kata(ReportKata kata, int part)
    {
        var problems = Problems(kata).ToList();
        return new PageKata(
            kata.Id, kata.Title, kata.Verdict, kata.Score, kata.MaxScore, part,
            [.. kata.Criteria.Select(criterion => new PageCriterion(criterion.Id, criterion.Title, criterion.Verdict, criterion.Score, criterion.MaxScore))],
            problems.Count == 0 ? null : problems, kata.Missing, kata.Attempts, kata.Late, kata.Override);
    }

    private static IEnumerable<PageProblem> Problems(ReportKata kata)
    {
        if (kata.Missing == true)
            return [];

        // What was found before anything ran fails every criterion alike: it is one problem.
        return kata.Findings is [var finding, ..]
            ? [Problem(kata, "", kata.Verdict, finding.Message, null)]
            : kata.Criteria
                .Where(criterion => !VerdictTable.CostsNothing(criterion.Verdict) && criterion.NotTimed != true)
                .Select(criterion => Problem(kata, criterion.Title, criterion.Verdict, criterion.Message, criterion.Location));
    }

    private static PageProblem Problem(ReportKata kata, string criterion, Verdict verdict, string message, ReportLocation? location) =>
        location is not null && Line(kata, location) is { Length: > 0 } line
            ? new PageProblem(criterion, verdict, ProblemShape.OfCode(line), Cut(line), location)
            : new PageProblem(criterion, verdict, ProblemShape.OfMessage(message), Cut(ProblemShape.FirstLine(message)), null);

    private static string Line(ReportKata kata, ReportLocation location)
    {
        var text = kata.Sources?.FirstOrDefault(source => source.File == location.File)?.Text;
        return text?.Split('\n').ElementAtOrDefault(location.Line - 1)?.Trim() ?? "";
    }

    private static string Cut(string text) => text.Length <= MostOfExample ? text
        : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostOfExample - 1]) ? MostOfExample - 1 : MostOfExample), "…");
}
