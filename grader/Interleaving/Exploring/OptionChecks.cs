using System.Globalization;

namespace Interleaving.Exploring;

/// <summary>Options of an <c>[Interleaved]</c> that cannot be meant. Silence would explore with something else.</summary>
internal static class OptionChecks
{
    /// <summary>Which option it is, and what it may be; null when all are in order.</summary>
    public static string? Of(IInterleaved settings) =>
        Below(nameof(settings.Schedules), settings.Schedules, 0)
        ?? Below(nameof(settings.Preemptions), settings.Preemptions, -1)
        ?? Below(nameof(settings.Depth), settings.Depth, 0)
        ?? Below(nameof(settings.MaxSteps), settings.MaxSteps, 0)
        ?? Below(nameof(settings.Cores), settings.Cores, 0)
        ?? (Enum.IsDefined(settings.Strategy) ? null : $"[Interleaved(Strategy = {settings.Strategy})]: there is no such strategy.")
        ?? NotASchedule(settings.Schedule);

    private static string? Below(string option, int value, int least) => value >= least ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"[Interleaved({option} = {value})]: {option} is {least + 1} or more; leave it out, or say {least}, for the default.");

    private static string? NotASchedule(string? text)
    {
        try
        {
            if (text is not null)
                _ = Strategies.Schedule.Parse(text);
            return null;
        }
        catch (FormatException e)
        {
            return $"[Interleaved(Schedule = \"{text}\")]: {e.Message}";
        }
    }
}
