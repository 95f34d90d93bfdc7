using System.Reflection;
using System.Runtime.Loader;
using Interleaving.Scheduling;

namespace Interleaving.Models.Reflecting;

/// <summary>Of two assemblies of one name, a program sees the one that it runs in.</summary>
[Models(typeof(AppDomain), Passes = ["*"])]
internal static class AppDomainModel
{
    public static Assembly[] GetAssemblies(AppDomain self)
    {
        var all = self.GetAssemblies();
        return CallingContext.Here() is { } context
            ? Array.FindAll(all, assembly => AssemblyLoadContext.GetLoadContext(assembly) switch
            {
                ProgramContext other => ReferenceEquals(other, context),
                _ => !context.Has(assembly.GetName().Name!),
            })
            : all;
    }
}
