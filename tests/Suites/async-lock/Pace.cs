namespace ConcurrencyKatas.AsyncLock.Suite;

/// <summary>How long a vault takes.</summary>
public enum Pace
{
    /// <summary>Some tenths of a second for reading, and some for writing.</summary>
    Slow,

    /// <summary>As long as it takes for others to come in between.</summary>
    Quick,

    /// <summary>Its tasks are completed when it returns them.</summary>
    AtOnce,

    /// <summary>A tenth of a second for reading, and no time for writing: the vault of the visible tests.</summary>
    Tenth,
}
