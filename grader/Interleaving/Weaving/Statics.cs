using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>Static state of the woven module.</summary>
internal sealed class Statics
{
    /// <summary>Whether the field starts anew in each execution.</summary>
    public bool IsReset(FieldReference field) => field is null;

    /// <summary>Whether the field was declared <c>readonly</c>.</summary>
    public bool WasReadOnly(FieldDefinition field) => field.IsInitOnly;

    public MethodReference Ensure(TypeReference type) => throw new NotSupportedException(type.FullName);
}
