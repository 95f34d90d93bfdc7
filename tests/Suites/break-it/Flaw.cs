namespace ConcurrencyKatas.BreakIt.Suite;

/// <summary>What is wrong with a gate; the first three are right.</summary>
public enum Flaw
{
    /// <summary>Nothing: whoever waits longest enters first.</summary>
    NoneFirstComeFirst,

    /// <summary>Nothing: whoever came last enters first.</summary>
    NoneLastComeFirst,

    /// <summary>Nothing: it is a SemaphoreSlim.</summary>
    NonePlatform,

    /// <summary>There is one permit more than was said.</summary>
    OneTooMany,

    /// <summary>Two who leave at the same time give only one permit back: the count is read before the lock and written in it.</summary>
    LostPermit,

    /// <summary>Whoever finds it full waits only a moment later, and a permit that comes back in between is not seen.</summary>
    LostWakeUp,

    /// <summary>One permit that comes back lets all in who wait.</summary>
    WakesEverybody,

    /// <summary>Whoever gave up is given the next permit all the same.</summary>
    CancelledTakesAPermit,

    /// <summary>All gates count as one: whoever is inside of one takes a place at the others, too.</summary>
    SharedByAllGates,

    /// <summary>A full gate holds the thread, and not only the task.</summary>
    BlocksItsCaller,
}
