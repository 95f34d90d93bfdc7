using Interleaving.Models;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <content>Calls of members of the platform that are safe for several threads (see <see cref="Weaving.Ordering"/>).</content>
internal static partial class Hooks
{
    /// <summary>Others may come first; what those did who called before is done.</summary>
    /// <returns>What the calls are ordered by, for <see cref="OrderAfter"/>; null when they are not.</returns>
    public static object? OrderBefore(object? receiver, int site)
    {
        if (Operation.Current is not { } operation || receiver is null)
            return null;
        operation.Site = site;
        operation.OrderBefore(receiver);
        return receiver;
    }

    /// <inheritdoc cref="OrderBefore"/>
    public static object? OrderByType(object? receiver, string type, int site) => OrderBefore(StaticFields.Of(type), site);

    /// <inheritdoc cref="OrderBefore"/>
    public static object? OrderConsole(object? receiver, int site)
    {
        if (ConsoleModel.IsOwn)
            return OrderBefore(Console.Out, site);
        if (ConsoleModel.IsRedirected && Operation.Current is { } operation)
        {
            operation.Site = site;
            operation.Arrive(Console.Out);
        }

        return null;
    }

    /// <inheritdoc cref="OrderBefore"/>
    public static object? OrderIfLocked(object? receiver, int site) =>
        receiver is not null && Footprint.Of(receiver.GetType()).Kind == FootprintKind.Synchronised ? OrderBefore(receiver, site) : null;

    public static void OrderAfter(object? key)
    {
        if (key is not null)
            Operation.Current?.OrderAfter(key);
    }
}
