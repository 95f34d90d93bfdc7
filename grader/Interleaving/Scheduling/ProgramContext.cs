using System.Reflection;
using System.Runtime.Loader;

namespace Interleaving.Scheduling;

/// <summary>Where the woven assemblies of a program live, in place of their originals.</summary>
internal abstract class ProgramContext(string name, bool isCollectible) : AssemblyLoadContext(name, isCollectible)
{
    /// <summary>The twin of an assembly in this context; null when it has none here.</summary>
    public abstract Assembly? Twin(Assembly original);

    /// <summary>The file that a woven assembly was made of; null when it was made of none.</summary>
    public abstract string? OriginOf(Assembly assembly);

    /// <summary>Whether the assembly of this simple name is loaded here rather than shared.</summary>
    public abstract bool Has(string simpleName);

    /// <summary>Which assemblies were loaded so far, beside the tests and their own projects.</summary>
    public abstract Boundary Boundary { get; }
}
