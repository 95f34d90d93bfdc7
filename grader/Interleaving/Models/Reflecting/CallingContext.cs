using System.Diagnostics;
using System.Runtime.Loader;
using Interleaving.Weaving;

namespace Interleaving.Models.Reflecting;

/// <summary>Where the woven code that calls was loaded: what it looks for by name is to be found there first.</summary>
internal static class CallingContext
{
    /// <summary>Null where nothing on the stack is woven.</summary>
    public static WovenContext? Here()
    {
        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod()?.DeclaringType?.Assembly is { } assembly && AssemblyLoadContext.GetLoadContext(assembly) is WovenContext context)
                return context;
        }

        return null;
    }
}
