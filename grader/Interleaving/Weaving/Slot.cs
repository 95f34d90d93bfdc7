using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>Where a value on the evaluation stack comes from, as far as sharing goes.</summary>
internal enum Origin
{
    /// <summary>Anything: other operations may know it.</summary>
    Unknown,

    /// <summary>The method's own instance.</summary>
    This,

    /// <summary>The address of memory that no other operation reaches.</summary>
    Private,

    /// <summary>An object that this method has just created.</summary>
    Fresh,
}

/// <summary>A value on the evaluation stack.</summary>
/// <param name="Type">Its type; null when unknown.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Text">How the source would write it; empty for what needs no name (<c>this</c>, a closure); null when unknown.</param>
/// <param name="Birth">For a fresh object, which one.</param>
/// <param name="Field">The field that it was read from, or captured variable, as its author named it; null when from none.</param>
internal readonly record struct Slot(TypeReference? Type, Origin Origin = Origin.Unknown, string? Text = null, int Birth = 0, string? Field = null)
{
    public bool IsAddress => Type is ByReferenceType or PointerType;

    /// <summary>The type of the memory that an address points at.</summary>
    public TypeReference? Pointee => Type is ByReferenceType reference ? reference.ElementType : null;
}
