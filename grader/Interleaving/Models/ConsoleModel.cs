namespace Interleaving.Models;

/// <summary>
/// The console calls a writer of the program's own under a lock of the platform's. It is noted that it is one: any other writer hands
/// nothing over from one thread to another, and to order those who write would hide their races. Where the program put any other in the
/// place of the process's, others may come between two pieces of text all the same.
/// </summary>
[Models(typeof(Console), Passes = ["*"])]
internal static class ConsoleModel
{
    private static volatile bool isOwn;
    private static volatile TextWriter? original;

    /// <summary>Whether the console writes to a writer of the program's own.</summary>
    public static bool IsOwn => isOwn;

    /// <summary>Whether the console writes to what the program put in the place of the process's writer.</summary>
    public static bool IsRedirected => original is not null;

    public static void SetOut(TextWriter newOut)
    {
        var before = original ?? Console.Out;
        Console.SetOut(newOut);
        original = ReferenceEquals(newOut, before) ? null : before;
        isOwn = SourceMap.SiteTable.IsIn(newOut.GetType().Assembly);
    }
}
