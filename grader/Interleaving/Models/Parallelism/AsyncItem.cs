namespace Interleaving.Models.Parallelism;

/// <summary>What a look for the next item of an async loop found.</summary>
internal readonly record struct AsyncItem<T>(bool Found, T? Item, Exception? Failure = null);
