using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Judge.Protocol;

namespace Grader.Profiling;

/// <summary>Whose a method is: the submission's, the hidden suite's, or the platform's.</summary>
internal sealed class Owners(AssemblyImage submission, AssemblyImage suite)
{
    private readonly HashSet<string> submitted = Types(submission);
    private readonly HashSet<string> hidden = Types(suite);

    public bool IsSubmitted(TracedMethod method) => submitted.Contains(method.Type);

    public bool IsHidden(TracedMethod method) => hidden.Contains(method.Type);

    /// <summary>
    /// A method that implements an interface explicitly has the interface's name before its own: <c>Sums.System.IDisposable.Dispose</c>.
    /// Here it is again what the type declares.
    /// </summary>
    public TracedMethod Declared(TracedMethod method)
    {
        if (IsSubmitted(method) || IsHidden(method))
            return method;
        for (var dot = method.Type.LastIndexOf('.'); dot > 0; dot = method.Type.LastIndexOf('.', dot - 1))
        {
            var declared = new TracedMethod(method.Type[..dot], $"{method.Type[(dot + 1)..]}.{method.Name}");
            if (IsSubmitted(declared) || IsHidden(declared))
                return declared;
        }

        return method;
    }

    private static HashSet<string> Types(AssemblyImage image)
    {
        using var file = new PEReader([.. image.Pe]);
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(type => Name(metadata, metadata.GetTypeDefinition(type)))];
    }

    private static string Name(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{Name(metadata, metadata.GetTypeDefinition(outer))}+{name}";
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
