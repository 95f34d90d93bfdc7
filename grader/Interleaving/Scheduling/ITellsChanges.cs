namespace Interleaving.Scheduling;

/// <summary>An object that tells by itself when an act on it changes it (<see cref="LivelockDetector.Progress"/>). Other acts on it are nothing new.</summary>
internal interface ITellsChanges;
