namespace Interleaving.Races;

/// <summary>A moment in one operation's life, and the source line it stood at (Flanagan and Freund write it c@t).</summary>
internal readonly record struct Epoch(int Operation, int Slot, int Clock, int Site)
{
    /// <summary>Whether it happened at all and whoever has <paramref name="clock"/> cannot know of it.</summary>
    public bool IsUnknownTo(VectorClock clock) => Clock > clock[Slot];
}
