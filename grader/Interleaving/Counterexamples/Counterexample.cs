using Interleaving.Scheduling;
using Interleaving.Strategies;
using Interleaving.Weaving;

namespace Interleaving.Counterexamples;

/// <summary>Turns a failing schedule into one that a person can follow.</summary>
internal static class Counterexample
{
    /// <summary>Runs the schedule again to be sure of it, makes it small, and writes it down.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="schedule">Under which it failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="race">A data race that the search met before: the cause, of which the failure is the effect.</param>
    public static Exploration Of(Runner runner, Schedule schedule, Failure failure, Failure? race = null)
    {
        var again = Outcome(runner, new ReplayStrategy(schedule));
        if (again?.Kind != failure.Kind)
            return Unrepeated(schedule, failure, again);

        var small = new Simplification(strategy => runner.Run(strategy), again).Of(schedule);
        var story = Replay(runner, small);

        // It failed twice and then no more: it remembers what has been.
        if (story.Failure != failure.Kind)
            return Unrepeated(schedule, failure, again) with { Message = Messages.Forgotten(failure) };
        return race is null || failure.Kind is FailureKind.DataRace or FailureKind.Unsupported
            ? story
            : Caused(race, story);
    }

    /// <summary>Runs one schedule and writes down what happens.</summary>
    public static Exploration Replay(Runner runner, Schedule schedule)
    {
        var stopAtRace = Outcome(runner, new ReplayStrategy(schedule))?.Kind == FailureKind.DataRace;
        var recorder = new Recorder();
        var execution = runner.Run(new ReplayStrategy(schedule), recorder, stopAtRace);
        var failure = execution.Failure;
        var site = Sites.Get(failure?.Site ?? -1);
        return new Exploration
        {
            Failure = failure?.Kind,
            Message = failure?.Message ?? "",
            File = site?.File,
            Line = site?.Line ?? 0,
            Exception = failure?.Exception,
            Schedules = 1,
            Schedule = schedule.ToString(),
            Story = Telling.Of(recorder) is { } story ? execution.Disclosure.Tidy(story) : null,
        };
    }

    private static Exploration Unrepeated(Schedule schedule, Failure failure, Failure? again) => new()
    {
        Failure = FailureKind.Nondeterminism,
        Message = Messages.Nondeterminism(failure, again),
        Schedule = schedule.ToString(),
        Unrepeated = again is null ? [failure.Kind] : [failure.Kind, again.Kind],
    };

    private static Failure? Outcome(Runner runner, IStrategy strategy)
    {
        var execution = runner.Run(strategy);
        return execution.Failure ?? execution.Race;
    }

    private static Exploration Caused(Failure race, Exploration story)
    {
        var site = Sites.Get(race.Site);
        return story with
        {
            Failure = FailureKind.DataRace,
            Message = $"{race.Message}\nThis is what it can do: {story.Message}",
            File = site?.File ?? story.File,
            Line = site?.Line ?? story.Line,
        };
    }
}
