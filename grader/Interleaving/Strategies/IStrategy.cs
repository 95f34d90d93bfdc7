using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>Decides who runs next, wherever there is a choice.</summary>
internal interface IStrategy
{
    /// <summary>Prepares the next execution; false when there is none left to try.</summary>
    bool Begin();

    /// <summary>
    /// Picks one of <paramref name="enabled"/> (at least two, in order of id). <paramref name="previous"/> ran last; it may
    /// go on without a switch when it is enabled.
    /// </summary>
    Operation Next(Operation previous, IReadOnlyList<Operation> enabled);
}
