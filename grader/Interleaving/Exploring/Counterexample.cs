using Interleaving.Counterexamples;
using Interleaving.Naming;
using Interleaving.Scheduling;
using Interleaving.SourceMap;
using Interleaving.Strategies;

namespace Interleaving.Exploring;

/// <summary>Turns a failing schedule into one that a person can follow.</summary>
internal static class Counterexample
{
    /// <summary>Executions that may hang while a schedule is made smaller.</summary>
    private const int MostHangs = 3;

    /// <summary>Runs the schedule again to be sure of it, makes it small, and writes it down.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="schedule">Under which it failed.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="race">A data race that the search met before: the cause, of which the failure is the effect.</param>
    public static Exploration Of(Runner runner, Schedule schedule, Failure failure, Failure? race = null)
    {
        var hung = new List<Execution>();
        var again = Outcome(runner, schedule);
        if (again?.Kind != failure.Kind)
            return Unrepeated(schedule, failure, again);

        var small = new Simplification(Run, again).Of(schedule);
        var cause = failure.Kind is FailureKind.DataRace or FailureKind.Unsupported ? null : race;
        var story = Written(runner, small, failure.Kind == FailureKind.DataRace, cause, failure.Kind);

        // It failed twice and then no more: it remembers what has been.
        return story.Failure == (cause?.Kind ?? failure.Kind)
            ? story
            : Unrepeated(schedule, failure, again) with { Message = RedactingFormatter.Spell(Messages.Forgotten(failure)) };

        // Each hang takes a second, and no shorter schedule is worth many of them.
        Execution Run(IStrategy strategy)
        {
            if (hung.Count == MostHangs)
                return hung[^1];
            var execution = runner.Run(strategy);
            if (execution.Control.IsHung)
                hung.Add(execution);
            return execution;
        }
    }

    /// <summary>Runs one schedule and writes down what happens.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="schedule">What to run.</param>
    public static Exploration Replay(Runner runner, Schedule schedule) =>
        Written(runner, schedule, stopAtRace: Outcome(runner, schedule)?.Kind == FailureKind.DataRace);

    /// <summary>Runs one schedule, of which it is known how it ends, and writes down what happens.</summary>
    /// <param name="runner">Runs the program.</param>
    /// <param name="schedule">What to run.</param>
    /// <param name="stopAtRace">Whether a data race is how it ends.</param>
    /// <param name="cause">A data race of which the failure is the effect; null when there is none.</param>
    /// <param name="effect">That failure.</param>
    private static Exploration Written(Runner runner, Schedule schedule, bool stopAtRace, Failure? cause = null, FailureKind? effect = null)
    {
        var recorder = new Recorder();
        var replay = new ReplayStrategy(schedule);
        var execution = runner.Run(replay, recorder, stopAtRace);
        if (execution.Control.Lost is { } left)
            return Untold(left) with { Schedule = schedule.ToString() };
        var failure = execution.Failure;
        var site = Sites.Get(failure?.Site ?? -1);
        var race = failure?.Kind == effect ? cause : null;
        var words = failure?.Message ?? "";
        var (told, message) = execution.ValueFormatter.Tidy(
            StoryBuilder.Of(recorder), race is null ? words : $"{race.Message}\nThis is what it can do: {words}");
        var raced = Sites.Get(race?.Site ?? -1);
        return new Exploration
        {
            Failure = race?.Kind ?? failure?.Kind,
            Message = message,
            File = raced?.File ?? site?.File,
            Line = raced?.Line ?? site?.Line ?? 0,
            Exception = failure?.Exception,
            Ending = execution.Ending,
            Schedules = 1,
            Schedule = schedule.ToString(),
            Unfollowed = replay.Unfollowed,
            Story = told,
        };
    }

    /// <summary>What is said of an execution that was not under control to its end: nothing that it showed.</summary>
    public static Exploration Untold(Failure failure)
    {
        var site = Sites.Get(failure.Site);
        return new Exploration
        {
            Failure = failure.Kind,
            Message = failure.Message,
            File = site?.File,
            Line = site?.Line ?? 0,
            Schedules = 1,
        };
    }

    private static Exploration Unrepeated(Schedule schedule, Failure failure, Failure? again) => new()
    {
        Failure = FailureKind.Nondeterminism,
        Message = RedactingFormatter.Spell(Messages.Nondeterminism(failure, again)),
        Schedule = schedule.ToString(),
        Unrepeated = again is null ? [failure.Kind] : [failure.Kind, again.Kind],
        RanOutOfMemory = Thrown.IsOutOfMemory(failure.Exception) || Thrown.IsOutOfMemory(again?.Exception),
    };

    private static Failure? Outcome(Runner runner, Schedule schedule)
    {
        var execution = runner.Run(new ReplayStrategy(schedule));
        // On a busy machine a short wait can look like a hang.
        if (execution.Control.IsHung)
            execution = runner.Run(new ReplayStrategy(schedule));
        return execution.Control.Lost ?? execution.Failure ?? execution.Memory.Race;
    }
}
