namespace Interleaving;

/// <summary>How far an assembly that the tests use is under control.</summary>
public enum WeavingScope
{
    /// <summary>Not at all: it is loaded as it is. What it does with tasks, locks and time is refused where a test has to wait for it.</summary>
    None,

    /// <summary>Its tasks, locks, time and static state, as those of a package.</summary>
    Control,

    /// <summary>All of it, and data races are looked for in it, as in a project of your own.</summary>
    Races,
}

/// <summary>
/// Says for an assembly of tests how an assembly that it uses is woven, where that is to be otherwise than it would be: your own
/// projects with races, packages for control.
/// </summary>
/// <param name="assembly">The simple name of the assembly; with a <c>*</c> at its end, all that begin so.</param>
/// <param name="scope">How far it is under control.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WeavingAttribute(string assembly, WeavingScope scope) : Attribute
{
    /// <summary>The simple name of the assembly, or the beginning of several and a <c>*</c>.</summary>
    public string Assembly { get; } = assembly;

    /// <summary>How far it is under control.</summary>
    public WeavingScope Scope { get; } = scope;

    internal bool Covers(string name) => Assembly.EndsWith('*')
        ? name.StartsWith(Assembly[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(name, Assembly, StringComparison.OrdinalIgnoreCase);
}
