namespace Interleaving.Exploring;

/// <summary>How a test is explored that does not say how: what INTERLEAVING_SCHEDULES and INTERLEAVING_SEED say, or 200 schedules from seed 1.</summary>
internal sealed record RunDefaults(int Schedules, int Seed)
{
    /// <exception cref="FormatException">A variable says something that is no number, or less than 1.</exception>
    public static RunDefaults FromEnvironment() =>
        new(RunVariables.Schedules ?? 200, RunVariables.Seed ?? 1) { AtLeast = RunVariables.Schedules ?? 0 };

    /// <summary>Schedules that each test gets that asks for fewer: a nightly run looks further than the tests by day.</summary>
    public int AtLeast { get; init; }

    /// <summary>One schedule to run instead of searching, whatever the tests say; null to search.</summary>
    public string? Schedule { get; init; }

    /// <summary>Steps of a test that does not set its own limit; null for the engine's (<see cref="ExplorationOptions.MaxSteps"/>).</summary>
    public int? MaxSteps { get; init; }

    /// <summary>Whether the tests are hidden: failures then tell no values.</summary>
    public bool Discreet { get; init; }

    /// <summary>Whether a test that ends itself as passed, skipped or inconclusive fails: none of this host's does.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Marks the threads of one program: a thread that one of its tests leaves running counts as that program's in its next test, too. Null
    /// for a mark of its own for each exploration.
    /// </summary>
    public object? Program { get; init; }

    public ExplorationOptions With(IInterleaved settings)
    {
        var options = new ExplorationOptions
        {
            Schedules = settings.Schedules > 0 ? Math.Max(settings.Schedules, AtLeast) : Schedules,
            Seed = settings.Seed != 0 ? settings.Seed : Seed,
            DataRaces = settings.DataRaces,
            Strategy = settings.Strategy,
            Preemptions = settings.Preemptions < 0 ? null : settings.Preemptions,
            Interest = settings.Interest,
            Discreet = Discreet,
            Strict = Strict,
            Program = Program,
            Schedule = Schedule ?? settings.Schedule,
        };
        if (settings.Depth > 0)
            options = options with { Depth = settings.Depth };
        if ((settings.MaxSteps > 0 ? settings.MaxSteps : MaxSteps) is { } most)
            options = options with { MaxSteps = most };
        return settings.Cores > 0 ? options with { Cores = settings.Cores } : options;
    }
}
