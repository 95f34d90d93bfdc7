using System.Reflection;
using Interleaving.Weaving;

namespace Interleaving.Frameworks;

/// <summary>
/// What the engine has to know of a test framework that remembers more of a test than the exception that it ends with. A
/// package beside the engine brings it, and says so by <see cref="TestFrameworkAttribute"/>.
/// </summary>
internal abstract class TestFramework
{
    private const string Prefix = "Interleaving.";

    private static readonly Lazy<TestFramework[]> Known = new(Discover);

    /// <summary>The framework of the test that the calling thread runs; null when none of those known runs one.</summary>
    public static TestFramework? Running => Array.Find(Known.Value, framework => framework.IsRunning);

    /// <summary>Whether the calling thread runs a test of this framework.</summary>
    protected abstract bool IsRunning { get; }

    /// <summary>
    /// Sets an execution apart from the test around it and from the executions before; called as its first operation. The result
    /// tells, when the execution is at its end, the worst that was noted in it; null when that is nothing.
    /// </summary>
    public abstract Func<Ending?> Begin();

    private static TestFramework[] Discover() =>
        Path.GetDirectoryName(typeof(TestFramework).Assembly.Location) is not { Length: > 0 } folder
            ? []
            : [.. Beside(folder).Order(StringComparer.Ordinal).Select(Of).OfType<TestFramework>()];

    /// <summary>A box may let files be opened and no folder be listed: then those that the runtime was told of at its start.</summary>
    private static IEnumerable<string> Beside(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, Prefix + "*.dll");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Where(path =>
                Path.GetDirectoryName(path) == folder && Path.GetFileName(path).StartsWith(Prefix, StringComparison.Ordinal));
        }
    }

    private static TestFramework? Of(string path)
    {
        // Only those that refer to the engine can have one, and most of what bears such a name is somebody's tests.
        if (!ProjectAssemblies.IsEngines(Path.GetFileNameWithoutExtension(path)))
            return null;
        var assembly = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(TestFramework).Assembly)!
            .LoadFromAssemblyName(AssemblyName.GetAssemblyName(path));
        return assembly.GetCustomAttribute<TestFrameworkAttribute>() is { } attribute
            ? (TestFramework)Activator.CreateInstance(attribute.Framework, nonPublic: true)!
            : null;
    }
}
