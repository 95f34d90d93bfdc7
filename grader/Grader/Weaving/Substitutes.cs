using Interleaving.Models;
using Interleaving.Weaving;

namespace Grader.Weaving;

/// <summary>What to use in place of an API that the engine does not control, where a kata has its own word for it.</summary>
internal static class Substitutes
{
    /// <summary>Types and namespaces without a model; where there is one, only single members are refused.</summary>
    public static IReadOnlyList<(string Prefix, string Instead)> Known { get; } =
    [
        ("System.Threading.Overlapped", "async methods"),
        ("System.Threading.Tasks.Dataflow", "System.Threading.Channels"),
        ("System.ComponentModel.BackgroundWorker", "Task.Run"),
        ("System.Net.", "the kata's own interfaces: it has no network"),
        ("System.IO.", "the kata's own interfaces: it has no files"),
        ("System.Diagnostics.Process", "nothing: no kata starts processes"),
    ];

    /// <param name="api">The member's full name, as in <see cref="Unsupported.Api"/>.</param>
    public static string For(string api)
    {
        var type = api[..Math.Max(0, api.LastIndexOf('.'))].TrimEnd('.');
        if (RedirectTable.Instance.Models(type))
            return $"another member of {type[(type.LastIndexOf('.') + 1)..]}, most of which are under control";
        return Known.FirstOrDefault(entry => api.StartsWith(entry.Prefix, StringComparison.Ordinal)).Instead
            ?? RedirectTable.RefusalOf(api).PlainInstead;
    }
}
