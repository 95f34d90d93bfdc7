namespace Interleaving.Races;

/// <summary>What a call on an object accesses.</summary>
internal enum FootprintKind
{
    /// <summary>Nothing that the engine has to look after.</summary>
    None,

    /// <summary>The object itself, as a whole.</summary>
    Own,

    /// <summary>Other objects, which it has in its fields.</summary>
    View,

    /// <summary>Elements of the array that it is.</summary>
    Array,

    /// <summary>Elements of the array that it is a part of.</summary>
    Segment,

    /// <summary>Itself, under a lock of its own.</summary>
    Synchronised,
}
