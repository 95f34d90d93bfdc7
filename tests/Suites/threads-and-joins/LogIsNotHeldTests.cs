using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

/// <summary>The one place where the log cannot take two callers at once: the other criteria do not mind.</summary>
[TestFixture]
public sealed class LogIsNotHeldTests
{
    private const string Criterion = "log-is-not-held";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Each_errand_has_two_lines_at_the_instants_when_they_are_due([Values(1, 2, 4)] int count)
    {
        var lengths = Inputs.Draw().Durations(count);
        var notebook = new Notebook(count);
        Trip[] trips = [.. lengths.Select((length, i) => new Trip(i, length))];

        Runs.Of(trips, notebook.Write);

        Claim.That(notebook.IsWhole, Wording.Lines);
        for (var i = 0; i < count; i++)
            Claim.That(notebook.Of($"start {i}") is [{ Ticks: 0 }] && notebook.Of($"end {i}").SequenceEqual([lengths[i]]), Wording.Held);
    }

    /// <summary>Nothing takes any time, so every order of everything can be met.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Lines_are_whole_when_all_happens_at_one_instant([Values(2, 3)] int count)
    {
        var notebook = new Notebook(count);

        Runs.Of([.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero))], notebook.Write);

        Claim.That(notebook.IsWhole, Wording.Lines);
    }

    /// <summary>A slow log delays those who write, and nobody who is under way.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_slow_log_costs_a_line_each_and_no_more()
    {
        var count = Inputs.Draw().Next(2, 5);
        var line = TimeSpan.FromMilliseconds(10);
        var notebook = new Notebook(count) { Slowness = line };
        var startLate = new bool[count];
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, Second) { Begins = () => startLate[i] = !notebook.HasStarted(i) })];

        Runs.Of(trips, notebook.Write);

        Claim.That(notebook.IsWhole, Wording.Lines);
        Claim.That(!startLate.Contains(true), Wording.StartLate);

        // Their starts are written one after another, and so are their ends: the last to start is the last to end.
        Claim.That(notebook.Lines.Max(written => written.At) == (count * line) + Second, Wording.Held);
    }

    [Test, Interleaved, Category(Criterion)]
    public void An_end_is_not_logged_before_its_errand_has_ended()
    {
        var draw = Inputs.Draw();
        var count = draw.Next(2, 4);
        Trip[] trips = [.. draw.Durations(count).Select((length, i) => new Trip(i, length))];
        var notebook = new Notebook(count);
        var tooEarly = false;

        Runs.Of(trips, line =>
        {
            notebook.Write(line);
            for (var i = 0; i < count; i++)
                tooEarly |= line == $"end {i}" && !trips[i].HasEnded;
        });

        Claim.That(notebook.IsWhole, Wording.Lines);
        Claim.That(!tooEarly, Wording.EndEarly);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_at_once_do_not_wait_for_each_others_log()
    {
        Notebook first = new(1) { Slowness = Second / 2 }, second = new(1) { Slowness = Second / 2 };

        Runs.AtOnce(() => Runs.Of([new(1, Second)], first.Write), () => Runs.Of([new(2, Second)], second.Write));

        Claim.That(first.IsWhole && second.IsWhole, Wording.Lines);
        Claim.That(first.Of("end 0") is [var one] && second.Of("end 0") is [var two] && one == 1.5 * Second && two == one, Wording.Pencil);
    }
}
