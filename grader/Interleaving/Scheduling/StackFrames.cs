using System.Diagnostics;
using System.Reflection;
using Interleaving.Naming;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>
/// The calls on this thread's stack that belong to the program under test. The weaver keeps the JIT from leaving any of them
/// out, so they do not depend on how warm the code is.
/// </summary>
internal sealed class StackFrames
{
    private readonly Dictionary<MethodBase, string?> names = [];
    private readonly Dictionary<Assembly, (bool Woven, string? Alias)> assemblies = [];
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);

    /// <summary>Outermost first.</summary>
    public IEnumerable<string> Here() =>
        new StackTrace(fNeedFileInfo: false).GetFrames().Reverse().Select(frame => frame.GetMethod()).OfType<MethodBase>().Select(Name).OfType<string>();

    /// <summary>
    /// What is shown of a stack: what calls itself is one frame, as an async method is that goes on, and so is a test that is
    /// not to be seen, or none where it is outermost. Of a deep stack the middle is left out.
    /// </summary>
    public IReadOnlyList<string> Shown(IReadOnlyList<string> stack, int most)
    {
        var shown = new List<string>();
        foreach (var frame in stack)
        {
            if (shown.Count == 0 ? !aliases.Contains(frame) : shown[^1] != frame)
                shown.Add(frame);
        }

        if (shown.Count == 0)
            return stack.Count == 0 ? ["(outside)"] : [stack[^1]];
        return shown.Count <= most ? shown : [.. shown.Take(most / 2), "…", .. shown.TakeLast((most / 2) - 1)];
    }

    /// <summary>Null for what is not of the program.</summary>
    private string? Name(MethodBase method)
    {
        if (names.TryGetValue(method, out var known))
            return known;
        var (woven, alias) = Of(method.Module.Assembly);
        return names[method] = woven && !IsOwn(method) ? alias ?? SourceNames.Frame(method) : null;
    }

    /// <summary>What the weaver put into the assembly itself is nobody's call.</summary>
    private static bool IsOwn(MethodBase method) => method.DeclaringType is null || CompilerNames.IsNameless(method.Name);

    private (bool Woven, string? Alias) Of(Assembly assembly)
    {
        if (assemblies.TryGetValue(assembly, out var known))
            return known;
        var alias = SiteTable.AliasOf(assembly);
        if (alias is not null)
            aliases.Add(alias);
        return assemblies[assembly] = (SiteTable.IsIn(assembly), alias);
    }
}
