namespace Interleaving.Memory;

/// <summary>What a location holds, as far as the memory model makes a difference.</summary>
internal enum ContentKind
{
    /// <summary>A number, or something that the engine does not look into.</summary>
    Value,

    /// <summary>A <see langword="bool"/>.</summary>
    Flag,

    /// <summary>A value that is wider than what the processor writes at once.</summary>
    Struct,

    /// <summary>A reference to an object, or null; also as the only field of a struct.</summary>
    Reference,
}

/// <summary>What an access finds in its location and leaves there.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Now">The reference that the location holds before the access; null of other kinds.</param>
/// <param name="Next">The reference that is written; null of other kinds.</param>
internal readonly record struct Content(ContentKind Kind, object? Now = null, object? Next = null)
{
    public static Content Of<T>(ref T location, T next) => Shape<T>.IsReference
        ? new Content(ContentKind.Reference, Shape<T>.ReferenceIn(ref location), Shape<T>.ReferenceIn(ref next))
        : new Content(Shape<T>.Kind);

    public static Content Of<T>(ref T location) => Shape<T>.IsReference
        ? new Content(ContentKind.Reference, Shape<T>.ReferenceIn(ref location))
        : new Content(Shape<T>.Kind);
}
