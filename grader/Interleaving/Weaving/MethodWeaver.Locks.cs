using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Interleaving.Weaving;

/// <content>
/// Where a lock is taken, and which. To the statement <c>lock (x)</c>, where x is a <see cref="Lock"/>, the compiler gives no sequence point (to one
/// where it is any other object it does), so it would be told at the statement before. The line is worked out from its neighbours.
/// </content>
internal sealed partial class MethodWeaver
{
    /// <summary>The number of a controlled call's place.</summary>
    private int CallSite(MethodReference callee)
    {
        // Code that is not to be seen keeps the names of its variables to itself.
        if (weaver.Options.Alias is not null)
            return Site(SiteKind.Call, SourceNames.Call(callee));
        var member = IsConcurrent(callee) ? Member(callee) : SourceNames.Call(callee);
        return IsLockStatement(callee) && LockLine() is { } line
            ? weaver.Sites.Add(new Site(points[point].Document.Url, line, SiteKind.Call, member, sourceName, Holder(callee)))
            : Site(SiteKind.Call, member, Holder(callee));
    }

    private static bool IsConcurrent(MethodReference callee) => callee.DeclaringType.Namespace == "System.Collections.Concurrent";

    /// <summary>The field that holds the object which something is done to; empty when none does.</summary>
    private string Holder(MethodReference callee)
    {
        var type = callee.DeclaringType;
        var isGiven = type.Name == nameof(Monitor) && callee.Parameters.Count > 0;
        if (!type.Namespace.StartsWith("System.Threading", StringComparison.Ordinal) || callee.Name == ".ctor" || !(callee.HasThis || isGiven))
            return "";
        var slot = stack.Peek(callee.Parameters.Count - (callee.HasThis ? 0 : 1));
        return slot.Field is { } field && (!IsEndOfChannel(type) || slot.Text?.EndsWith(type.Name[7..13], StringComparison.Ordinal) == true) ? field : "";
    }

    private static bool IsEndOfChannel(TypeReference type) => type.Namespace == "System.Threading.Channels" && type.Name is "ChannelReader`1" or "ChannelWriter`1";

    /// <summary>A call that is written out begins a statement of its own, and where that begins is a sequence point.</summary>
    private bool IsLockStatement(MethodReference callee) =>
        callee is { Name: "EnterScope", DeclaringType.FullName: "System.Threading.Lock" } && point >= 0
        && (points[point].Offset != began || IsBrace(points[point]));

    /// <summary>The line between the statement before and the first in the lock; null when there is none between.</summary>
    private int? LockLine()
    {
        if (point + 1 == points.Length)
            return null;
        var (before, next) = (points[point].EndLine, points[point + 1]);
        var line = next.StartLine - 1;
        if (IsBrace(next))
            line += IsAtTheEnd(next) ? 1 : 0;
        else if (!weaver.IsDebug && line - 1 > before)
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
