using System.Diagnostics;
using System.Runtime.Loader;
using Interleaving.Scheduling;

namespace Interleaving.Models.Reflecting;

/// <summary>Where the woven code that calls was loaded: what it looks for by name is to be found there first.</summary>
internal static class CallingContext
{
    /// <summary>Null where nothing on the stack is woven.</summary>
    public static ProgramContext? Here()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType?.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is ProgramContext context)
                return context;
        }

        return null;
    }
}
