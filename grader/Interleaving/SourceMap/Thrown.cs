using System.Diagnostics;
using System.Reflection;

namespace Interleaving.SourceMap;

/// <summary>Where an exception was thrown, by its own account. An await, or whoever throws it again, adds to that and takes nothing away.</summary>
internal static class Thrown
{
    /// <summary>The innermost line of the program's own code.</summary>
    /// <returns>
    /// Its number among <see cref="Sites"/>; <see cref="Sites.Nowhere"/> when it is in code that is not to be seen; -1 when the exception
    /// does not say.
    /// </returns>
    public static int Site(Exception exception)
    {
        foreach (var frame in new StackTrace(Origin(exception), fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod() is not { } method || !IsWoven(method) || method.IsDefined(typeof(StackTraceHiddenAttribute), inherit: false))
                continue;
            if (frame.GetFileName() is { Length: > 0 } file && frame.GetFileLineNumber() is > 0 and var line && Sites.Find(file, line) is >= 0 and var site)
                return site;
            if (SiteTable.AliasOf(method.Module.Assembly) is not null)
                return Sites.Nowhere;
        }

        return -1;
    }

    /// <summary>Whether it says that the memory ran out, alone or among others.</summary>
    public static bool IsOutOfMemory(Exception? exception) => exception is OutOfMemoryException
        || (exception is AggregateException all && all.InnerExceptions.Any(IsOutOfMemory));

    /// <summary>
    /// What lies behind an exception that the platform threw around it: one of a task that was waited for, of a type initialiser, of what a
    /// barrier does between two phases.
    /// </summary>
    public static Exception Origin(Exception exception)
    {
        while (exception.InnerException is { } inner && IsThrownAround(exception))
            exception = inner;
        return exception;
    }

    /// <summary>What failed in a type initialiser comes out of woven code, in which the weaver put it.</summary>
    private static bool IsThrownAround(Exception exception) => exception is TypeInitializationException
        || (exception is AggregateException or TargetInvocationException or BarrierPostPhaseException
            && new StackTrace(exception, fNeedFileInfo: false).GetFrame(0)?.GetMethod() is var thrower
            && (thrower is null || !IsWoven(thrower)));

    private static bool IsWoven(MethodBase method) => SiteTable.IsIn(method.Module.Assembly);
}
