using System.Reflection;
using Interleaving.Weaving;

namespace Interleaving.Frameworks;

/// <summary>Finds the test frameworks for which a package beside the engine says, by <see cref="TestFrameworkAttribute"/>, what is to be known of them.</summary>
internal static class TestFrameworks
{
    private const string Prefix = "Interleaving.";

    private static readonly Lazy<TestFramework[]> Known = new(Discover);

    /// <summary>The framework of the test that the calling thread runs; null when none of those known runs one.</summary>
    public static TestFramework? Running => Array.Find(Known.Value, framework => framework.IsRunning);

    private static TestFramework[] Discover() =>
        Path.GetDirectoryName(typeof(TestFrameworks).Assembly.Location) is not { Length: > 0 } folder
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
        var assembly = System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(typeof(TestFrameworks).Assembly)!
            .LoadFromAssemblyName(AssemblyName.GetAssemblyName(path));
        return assembly.GetCustomAttribute<TestFrameworkAttribute>() is { } attribute
            ? (TestFramework)Activator.CreateInstance(attribute.Framework, nonPublic: true)!
            : null;
    }
}
