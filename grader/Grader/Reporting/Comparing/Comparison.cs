namespace Grader.Reporting.Comparing;

/// <summary>What changed between two reports of a class: who rose, who fell, which verdicts are others now.</summary>
/// <param name="Same">Whether both were graded alike: the same grader, suites, seed and schedules.</param>
/// <param name="Students">Those with a change, in ordinal order of their ids.</param>
/// <param name="Unchanged">How many have none.</param>
internal sealed record Comparison(bool Same, IReadOnlyList<StudentChange> Students, int Unchanged)
{
    public static Comparison Of(Report earlier, Report now)
    {
        var ids = earlier.Submissions.Concat(now.Submissions).Select(student => student.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var changes = ids.Select(id => Student(
            id,
            earlier.Submissions.FirstOrDefault(student => student.Id == id),
            now.Submissions.FirstOrDefault(student => student.Id == id))).OfType<StudentChange>().ToList();
        return new Comparison(earlier.Grader with { Shard = null } == now.Grader with { Shard = null }, changes, ids.Count - changes.Count);
    }

    /// <summary>What concerns one student, as if the reports had nobody else.</summary>
    public Comparison Only(string student)
    {
        var own = Students.Where(change => change.Id == student).ToList();
        return this with { Students = own, Unchanged = own.Count == 0 ? 1 : 0 };
    }

    private static StudentChange? Student(string id, ReportSubmission? was, ReportSubmission? now)
    {
        if (was is null || now is null)
            return new StudentChange(id, was?.Score, now?.Score, []);
        var katas = now.Katas.Concat(was.Katas).Select(kata => kata.Id).Distinct()
            .Select(kata => Kata(was.Katas.FirstOrDefault(k => k.Id == kata), now.Katas.FirstOrDefault(k => k.Id == kata)))
            .OfType<KataChange>().ToList();
        return katas.Count == 0 ? null : new StudentChange(id, was.Score, now.Score, katas);
    }

    private static KataChange? Kata(ReportKata? was, ReportKata? now) =>
        was?.Score == now?.Score && was?.Verdict == now?.Verdict
            ? null
            : new KataChange((now ?? was)!.Id, was?.Score, now?.Score, was?.Verdict, now?.Verdict);
}
