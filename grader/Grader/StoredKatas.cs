using System.Collections;
using Grader.Reporting;

namespace Grader;

/// <summary>What one student got, read from the journal whenever it is looked at, and not kept.</summary>
/// <param name="path">The journal.</param>
/// <param name="lines">Where each kata is.</param>
internal sealed class StoredKatas(string path, JournalLine[] lines) : IReadOnlyList<ReportKata>
{
    public int Count => lines.Length;

    public ReportKata this[int index] => lines[index].Read(path);

    public IEnumerator<ReportKata> GetEnumerator() => lines.Select(line => line.Read(path)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
