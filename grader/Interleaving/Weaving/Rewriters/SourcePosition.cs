using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving.Rewriters;

/// <summary>Follows where in the source the weaver is: at the last sequence point before the instruction that it rewrites.</summary>
internal sealed class SourcePosition(MethodDefinition method, bool isDebug)
{
    private readonly SequencePoint[] points = [.. method.DebugInformation.SequencePoints.Where(candidate => !candidate.IsHidden)];
    private int point = -1;
    private int began;

    /// <summary>Whether the method has debug information.</summary>
    public bool IsKnown => points.Length > 0;

    /// <summary>The file and the line; before the first sequence point those of the first, and without any the empty file and line 0.</summary>
    public (string File, int Line) Place
    {
        get
        {
            var at = point >= 0 ? points[point] : points.Length > 0 ? points[0] : null;
            return at is null ? ("", 0) : (at.Document.Url, at.StartLine);
        }
    }

    /// <param name="offset">Where the instruction was in the original code.</param>
    /// <param name="isStackEmpty">Whether a statement may begin there.</param>
    public void Arrive(int offset, bool isStackEmpty)
    {
        if (isStackEmpty)
            began = offset;
        while (point + 1 < points.Length && points[point + 1].Offset <= offset)
            point++;
    }

    /// <summary>
    /// Where <c>lock (x)</c> stands, if the call of <see cref="Lock.EnterScope"/> that is being rewritten is made by such a statement; null if the
    /// call is written out. To the statement, where x is a <see cref="Lock"/>, the compiler gives no sequence point (to one where it is
    /// any other object it does), so it would be told at the statement before. The line is worked out from its neighbours.
    /// </summary>
    public (string File, int Line)? LockStatement()
    {
        // A call that is written out begins a statement of its own, and where that begins is a sequence point.
        if (point < 0 || (points[point].Offset == began && !IsBrace(points[point])))
            return null;
        return LockLine() is { } line ? (points[point].Document.Url, line) : null;
    }

    /// <summary>
    /// Optimised code computes what a method returns where it returns it: at the closing brace. Without a line of its own, that belongs to
    /// the statement before. What the weaver puts before the first statement belongs to that one.
    /// </summary>
    /// <param name="original">The first instruction of the original code.</param>
    /// <param name="woven">The first instruction of the woven code.</param>
    public void Tune(Instruction original, Instruction woven)
    {
        var kept = method.DebugInformation.SequencePoints;
        if (points is [_, .., var end] && IsBrace(end))
            kept.Remove(end);
        if (points is [var start, ..] && ReferenceEquals(kept[0], start) && !ReferenceEquals(original, woven))
        {
            kept.Insert(0, new SequencePoint(woven, start.Document)
            {
                StartLine = start.StartLine,
                StartColumn = start.StartColumn,
                EndLine = start.EndLine,
                EndColumn = start.EndColumn,
            });
        }
    }

    /// <summary>The line between the statement before and the first in the lock; null when there is none between.</summary>
    private int? LockLine()
    {
        if (point + 1 == points.Length)
            return null;
        var (before, next) = (points[point].EndLine, points[point + 1]);
        var line = next.StartLine - 1;
        if (IsBrace(next))
            line += IsAtTheEnd(next) ? 1 : 0;
        else if (!isDebug && line - 1 > before)
            line--; // Optimised code has no sequence points at braces, and most have a line of their own.
        else if (line <= before)
            line++;
        return line >= before && line <= next.StartLine ? line : null;
    }

    /// <summary>Whether an opening brace stands at the end of its line: what comes in it is indented by less.</summary>
    private bool IsAtTheEnd(SequencePoint brace) =>
        point + 2 < points.Length && points[point + 2].StartLine > brace.StartLine && points[point + 2].StartColumn < brace.StartColumn;

    private static bool IsBrace(SequencePoint point) => point.StartLine == point.EndLine && point.EndColumn - point.StartColumn == 1;
}
