namespace Interleaving.Models;

/// <summary>
/// The console calls a writer of the program's own under a lock of the platform's. It is noted that it is one: any other writer hands
/// nothing over from one thread to another, and to order those who write would hide their races.
/// </summary>
[Models(typeof(Console), Passes = ["*"])]
internal static class ConsoleModel
{
    private static volatile bool isOwn;

    /// <summary>Whether the console writes to a writer of the program's own.</summary>
    public static bool IsOwn => isOwn;

    public static void SetOut(TextWriter newOut)
    {
        Console.SetOut(newOut);
        isOwn = Weaving.SiteTable.IsIn(newOut.GetType().Assembly);
    }
}
