using Interleaving.Platform;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>Why nothing can be told by an execution, in words: the row of <see cref="RefusalTable"/>, with who and where.</summary>
internal static class Refusals
{
    public static string Foreign(Operation operation) =>
        RefusalTable.ForeignTask.Of($"{operation.Name} waits for {WaitFormatter.Of(operation.Execution, operation.Waiting!)}", Sites.At(operation.Site));

    /// <param name="call">What it waits in; null when that is not known.</param>
    /// <param name="site">Where that is called.</param>
    public static string Hang(Operation operation, bool waits, string? call, int site) => waits
        ? RefusalTable.RealLock.Of(
            $"{operation.Name} waits inside {call ?? Inside(operation)}{Sites.At(site)}, for a lock or an event of code that is not under control", "")
        : RefusalTable.NeverBack.Of($"{operation.Name} has been inside {call ?? Inside(operation)} for a minute", Sites.At(site));

    public static string Outside(int site) => RefusalTable.Outside.Of("code of the program runs on a thread that is not under control", Sites.At(site));

    public static string Escaped(Operation previous) =>
        RefusalTable.Outside.Of("a continuation left the engine's control for the thread pool", Sites.At(previous.Site));

    public static string MadeOutside(Operation operation, string what) => RefusalTable.MadeOutside.Of(
        $"{what} that was made outside of the test", Sites.At(operation.Site));

    public static string OwnScheduler(Operation operation, string where) =>
        RefusalTable.OwnScheduler.Of($"a TaskScheduler of the program's own {where}", Sites.At(operation.Site));

    public static string PoolBound(int site, Type type)
    {
        var row = RefusalTable.Device.Covers($"{type.FullName}.") ? RefusalTable.Device : RefusalTable.BaseClass;
        return row.Of($"{Sites.Get(site)?.Member} on a {type.Name}", Sites.At(site));
    }

    private static string Inside(Operation operation) => Sites.Get(operation.Site) is { } site
        ? site.Kind == SiteKind.Call && site.Member.Length > 0 ? site.Member : $"a call in {site.Method}"
        : "a call of the platform";
}
