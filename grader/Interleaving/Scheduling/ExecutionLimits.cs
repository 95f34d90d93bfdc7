namespace Interleaving.Scheduling;

/// <summary>How far one execution may go.</summary>
/// <param name="MaxSteps">Choices after which the program counts as going round in circles.</param>
/// <param name="MaxStreak">Choices in a row for one operation after which the others get a turn, so that a bare spin loop ends.</param>
/// <param name="MaxWaits">Rounds of loops that may do nothing but wait, of one operation, after which it is looked at more closely.</param>
/// <param name="MaxWork">Loop rounds and calls of one operation after which it counts as never ending.</param>
/// <param name="MaxOperations">Threads, tasks, continuations and timer callbacks of one execution.</param>
/// <param name="MaxBlocked">Those of them that have begun and wait at once: each of them keeps a thread.</param>
/// <param name="Cores">What <see cref="Environment.ProcessorCount"/> says to the program.</param>
/// <param name="MaxTime">Virtual time; null for no limit.</param>
internal sealed record ExecutionLimits(
    int MaxSteps = 200_000,
    int MaxStreak = 2_000,
    int MaxWaits = 200_000,
    long MaxWork = 200_000_000,
    int MaxOperations = 100_000,
    int MaxBlocked = 10_000,
    int Cores = 4,
    TimeSpan? MaxTime = null);
