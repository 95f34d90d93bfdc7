using System.Reflection;
using Interleaving.Weaving;

namespace Interleaving.Frameworks;

/// <summary>The woven twin of a test that is a method of a class.</summary>
internal sealed class TwinTest
{
    private readonly WovenContext? context;

    /// <exception cref="InvalidOperationException">The class has no file to weave.</exception>
    public TwinTest(Type type, MethodInfo method)
    {
        context = ProjectAssemblies.IsControlled(type.Assembly) ? null : WovenBody.ContextOf(type.Assembly);
        Type = context is null ? type : new TwinCopy(context).Twin(type);
        Method = context is null ? method : new TwinCopy(context).Twin(method);
    }

    public Type Type { get; }

    public MethodInfo Method { get; }

    /// <summary>Copies what the framework hands to the test into its twin's types, once for each execution.</summary>
    public ObjectCopy Copy() => context is null ? new ObjectCopy() : new TwinCopy(context);
}
