namespace Interleaving.Platform;

/// <summary>What a call of the platform costs on simulated cores, in units of work (see <see cref="Cores"/>).</summary>
internal enum Cost
{
    /// <summary>Nothing beside the call itself.</summary>
    None,

    /// <summary>One unit for each item, character or byte that it goes through.</summary>
    Length,

    /// <summary>n · log₂ n for n items.</summary>
    Sorting,

    /// <summary>The same as <see cref="Length"/>, of what is given alone: the rest stays where it is.</summary>
    Given,

    /// <summary>One unit for each character of the text that comes out.</summary>
    Result,

    /// <summary>One unit for eight characters, which are looked at together: a short text costs nothing beside the call.</summary>
    Glance,

    /// <summary>The same as <see cref="Glance"/>, of what is given alone: a key, which is hashed and compared.</summary>
    Key,

    /// <summary>One unit for eight items behind the index that is given first: they move up or down.</summary>
    Moved,

    /// <summary>One unit for each character by which the text has grown.</summary>
    Growth,

    /// <summary>n² for numbers of n words.</summary>
    Squared,

    /// <summary>32 · n³ for numbers of n words: a multiplication for each bit.</summary>
    Cubed,
}
