using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// What tools that measure coverage put into an assembly to count in. The counts belong to the run and not to an execution, and
/// nobody wants to see them interleaved.
/// </summary>
internal static class CoverageTrackers
{
    private static readonly string[] Namespaces = ["Coverlet.Core.Instrumentation.Tracker", "Microsoft.CodeCoverage.Instrumentation"];

    public static bool Is(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return Namespaces.Contains(type.Namespace, StringComparer.Ordinal);
    }
}
