using System.Reflection;
using System.Runtime.Loader;
using Interleaving.Scheduling;

namespace Interleaving.Models.Reflecting;

/// <summary>A program that looks for assemblies finds the woven ones, and where they came from; the originals are not for it.</summary>
[Models(typeof(Assembly), Passes = ["*"])]
internal static class AssemblyModel
{
    public static string get_Location(Assembly self) =>
        AssemblyLoadContext.GetLoadContext(self) is ProgramContext context ? context.OriginOf(self) ?? self.Location : self.Location;

    public static Assembly Load(string assemblyString) => Load(new AssemblyName(assemblyString));

    public static Assembly Load(AssemblyName assemblyRef) =>
        CallingContext.Here() is { } context ? context.LoadFromAssemblyName(assemblyRef) : Assembly.Load(assemblyRef);

    public static Assembly? LoadWithPartialName(string partialName)
    {
        try
        {
            return Load(partialName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public static Assembly LoadFrom(string assemblyFile) => Twin(Assembly.LoadFrom(assemblyFile));

    public static Assembly LoadFile(string path) => Twin(Assembly.LoadFile(path));

    private static Assembly Twin(Assembly loaded) => CallingContext.Here()?.Twin(loaded) ?? loaded;
}
