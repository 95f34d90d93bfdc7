using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>A moment in one operation's life, and the source line it stood at (Flanagan and Freund write it c@t).</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Slot">Its component of vector clocks.</param>
/// <param name="Clock">What that was.</param>
/// <param name="Site">The source line.</param>
/// <param name="Acquires">How often it had acquired something; known of reads of references only.</param>
/// <param name="Waited">How many rounds it had gone of loops that may do nothing but wait; the same.</param>
/// <param name="Item">Which item of a parallel loop it was at; the same.</param>
internal readonly record struct Epoch(int Operation, int Slot, int Clock, int Site, int Acquires = 0, int Waited = 0, int Item = 0)
{
    /// <summary>Whether it happened at all and whoever has <paramref name="clock"/> cannot know of it.</summary>
    public bool IsUnknownTo(VectorClock clock) => Clock > clock[Slot];
}
