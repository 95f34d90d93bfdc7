namespace Interleaving.Scheduling;

/// <summary>
/// An object, or what is known of one, that tells by itself when an act changes it (<see cref="Observers.Changed"/>). Its other acts are
/// nothing new to the livelock detector.
/// </summary>
internal interface ITellsChanges;
