using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>Randomness that the program did not seed is seeded by the exploration: the same numbers in every execution.</summary>
[Models(typeof(Random), Passes = ["*"])]
internal static class RandomModel
{
    private static readonly object Key = new();

    public static Random New() => Operation.Current is { } operation ? Of(operation).Next() : new Random();

    public static Random get_Shared() => Operation.Current is { } operation ? Of(operation).Shared : Random.Shared;

    internal static Randomness Of(Operation operation) =>
        operation.Execution.State(Key, _ => new Randomness(operation.Execution.Seed));

    internal sealed class Randomness(int seed)
    {
        private int made;

        public Random Shared { get; } = new SharedRandom(seed);

        /// <summary>Each generator that the program makes gives numbers of its own.</summary>
        public Random Next() => new(HashOf(seed, ++made));

        // System.HashCode is randomised per process.
        private static int HashOf(int seed, int number) => unchecked((seed * 397) ^ (number * 1_000_003));
    }
}
