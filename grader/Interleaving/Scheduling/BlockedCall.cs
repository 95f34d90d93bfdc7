using System.Diagnostics;
using System.Reflection;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>Which call of the program's this thread is in: the innermost of its lines on the stack, and what it called there.</summary>
internal static class BlockedCall
{
    /// <summary>Null where no line on the stack is the program's, or it is not to be told.</summary>
    public static (string Call, int Site)? Here()
    {
        MethodBase? called = null;
        foreach (var frame in new StackTrace(fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method)
                continue;
            if (frame.GetFileName() is { } file && SiteTable.IsIn(method.Module.Assembly) && Sites.Find(file, frame.GetFileLineNumber()) is >= 0 and var site)
                return called?.DeclaringType is null || called.Module == typeof(BlockedCall).Module ? null : (SourceNames.Frame(called), site);
            called = method;
        }

        return null;
    }
}
