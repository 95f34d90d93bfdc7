namespace Interleaving.Models.Queries;

/// <summary>Where one worker of a parallel query puts what it has found.</summary>
/// <param name="Take">Gets an item, with the index of the source's item that it comes from.</param>
/// <param name="Close">Called when the worker finds no more.</param>
internal sealed record Sink<T>(Action<T, long> Take, Action Close);
