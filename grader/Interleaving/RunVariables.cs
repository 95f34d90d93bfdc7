using System.Globalization;

namespace Interleaving;

/// <summary>Variables of the environment that say what a run explores its tests with, where they say nothing themselves.</summary>
internal static class RunVariables
{
    private const string SchedulesName = "INTERLEAVING_SCHEDULES";
    private const string SeedName = "INTERLEAVING_SEED";
    private const string WidthName = "INTERLEAVING_WIDTH";

    /// <summary>Schedules for each test, 1 or more; null when the environment does not say.</summary>
    /// <exception cref="FormatException">It says something else.</exception>
    public static int? Schedules => Number(SchedulesName);

    /// <summary>Seed of every random choice, 1 or more; null when the environment does not say.</summary>
    /// <exception cref="FormatException">It says something else.</exception>
    public static int? Seed => Number(SeedName);

    /// <summary>Characters in a line of a counterexample, 1 or more; null when the environment does not say.</summary>
    /// <exception cref="FormatException">It says something else.</exception>
    public static int? Width => Number(WidthName);

    private static int? Number(string name) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        var text => throw new FormatException($"The environment variable {name} is '{text}'. It has to be a whole number, 1 or more."),
    };
}
