using System.Text.Json;
using Interleaving;

namespace Grader.Reporting;

/// <summary>One step of a story.</summary>
/// <param name="Lane">Who: an index into the lanes; -1 for what belongs to none.</param>
/// <param name="File">Absent when the place is unknown, or of the hidden suite.</param>
/// <param name="Line">From 1; absent with the file.</param>
/// <param name="Kind">read, write, note, start, queue, wait, resume, end, fail, or abridged for what stands for several steps.</param>
/// <param name="Text">What happened.</param>
/// <param name="At">Virtual seconds; absent at 0.</param>
/// <param name="Switched">True where the operation that had the turn was preempted; else absent.</param>
/// <param name="Fails">True for what failed; else absent.</param>
internal sealed record ReportStep(
    int Lane,
    string? File,
    int? Line,
    string Kind,
    string Text,
    double? At,
    bool? Switched,
    bool? Fails)
{
    public static ReportStep Of(StoryStep step) => new(
        step.Lane,
        step.File,
        step.File is null ? null : step.Line,
        JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString()),
        step.Text,
        step.At == TimeSpan.Zero ? null : step.At.TotalSeconds,
        step.Switched ? true : null,
        step.Fails ? true : null);
}
