using System.Globalization;

namespace Interleaving.NUnit;

/// <summary>What a test that says nothing else is explored with.</summary>
internal sealed record RunDefaults(int Schedules, int Seed)
{
    private const string SchedulesVariable = "INTERLEAVING_SCHEDULES";
    private const string SeedVariable = "INTERLEAVING_SEED";

    /// <summary>From the environment, until a host of this library sets its own.</summary>
    public static RunDefaults Current { get; set; } = new(Variable(SchedulesVariable, 200), Variable(SeedVariable, 1));

    /// <summary>One schedule to run instead of searching, whatever the tests say; null to search.</summary>
    public string? Schedule { get; init; }

    /// <summary>Whether the tests are hidden: failures then tell no values.</summary>
    public bool Discreet { get; init; }

    public ExplorationOptions With(InterleavedAttribute settings)
    {
        var options = new ExplorationOptions
        {
            Schedules = settings.Schedules > 0 ? settings.Schedules : Schedules,
            Seed = settings.Seed != 0 ? settings.Seed : Seed,
            DataRaces = settings.DataRaces,
            Strategy = settings.Strategy,
            Preemptions = settings.Preemptions < 0 ? null : settings.Preemptions,
            Interest = settings.Interest,
            Discreet = Discreet,
            Schedule = Schedule ?? settings.Schedule,
        };
        if (settings.Depth > 0)
            options = options with { Depth = settings.Depth };
        if (settings.MaxSteps > 0)
            options = options with { MaxSteps = settings.MaxSteps };
        return settings.Cores > 0 ? options with { Cores = settings.Cores } : options;
    }

    private static int Variable(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? value
            : otherwise;
}
