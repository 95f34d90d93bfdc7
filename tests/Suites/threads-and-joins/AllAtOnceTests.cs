using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ThreadsAndJoins.Suite;

[TestFixture]
public sealed class AllAtOnceTests
{
    private const string Criterion = "all-at-once";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Errands_of_a_second_take_exactly_a_second([Values(1, 5, 8)] int count)
    {
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, Second))];
        var watch = Stopwatch.StartNew();

        Runs.Of(trips, Runs.Ignore);

        Claim.That(watch.Elapsed == Second, Wording.TooSlow);
    }

    /// <summary>More than anybody has cores or fingers. A few schedules: so many threads have many steps to take.</summary>
    [Test, Interleaved(Schedules = 3), Category(Criterion)]
    public void So_many_errands_take_exactly_a_second_as_well()
    {
        Trip[] trips = [.. Enumerable.Range(0, Inputs.Draw().Next(66, 90)).Select(i => new Trip(i, Second))];
        var watch = Stopwatch.StartNew();

        Runs.Of(trips, Runs.Ignore);

        Claim.That(watch.Elapsed == Second, Wording.TooSlow);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Errands_of_all_lengths_take_as_long_as_the_longest([Values(2, 3, 6)] int count)
    {
        var lengths = Inputs.Draw().Durations(count);
        Trip[] trips = [.. lengths.Select((length, i) => new Trip(i, length))];
        var watch = Stopwatch.StartNew();

        Runs.Of(trips, Runs.Ignore);

        Claim.That(watch.Elapsed == lengths.Max(), Wording.TooSlow);
    }

    /// <summary>On two cores: whoever has as many runners as there are cores leaves the others waiting for ever.</summary>
    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void Errands_that_meet_come_back([Values(3, 5)] int count)
    {
        using var meeting = new Barrier(count);
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero) { Begins = () => meeting.SignalAndWait() })];

        Runs.Of(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.Runs == 1), Wording.NotOnce);
    }

    /// <summary>Each waits for the next one in the list, or each for the one before it.</summary>
    [Test, Interleaved(Cores = 1), Category(Criterion)]
    public void Errands_that_wait_for_a_neighbour_come_back([Values] bool forTheNext)
    {
        var count = Inputs.Draw().Next(3, 5);
        ManualResetEventSlim[] arrived = [.. Enumerable.Range(0, count).Select(_ => new ManualResetEventSlim())];
        Trip[] trips = [.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero) { Begins = () => Arrive(i) })];

        Runs.Of(trips, Runs.Ignore);

        Claim.That(trips.All(trip => trip.Runs == 1), Wording.NotOnce);

        void Arrive(int i)
        {
            if (i != (forTheNext ? count - 1 : 0))
                arrived[forTheNext ? i + 1 : i - 1].Wait();
            arrived[i].Set();
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void Each_errand_has_a_thread_of_its_own()
    {
        var count = Inputs.Draw().Next(2, 5);
        var threads = new (int Id, bool IsPooled)[count];

        Runs.Of([.. Enumerable.Range(0, count).Select(i => new Trip(i, TimeSpan.Zero) { Begins = () => threads[i] = Ask() })], Runs.Ignore);

        Claim.That(!threads.Any(thread => thread.IsPooled), Wording.Pool);
        Claim.That(threads.Select(thread => thread.Id).Append(Environment.CurrentManagedThreadId).Distinct().Count() == count + 1, Wording.Thread);

        static (int, bool) Ask() => (Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_at_once_take_as_long_as_the_longer()
    {
        var watch = Stopwatch.StartNew();

        Runs.AtOnce(
            () => Runs.Of([new(1, Second), new(2, Second)], Runs.Ignore),
            () => Runs.Of([new(3, 2 * Second), new(4, Second / 2)], Runs.Ignore));

        Claim.That(watch.Elapsed == 2 * Second, Wording.Calls);
    }

    /// <summary>An errand may send out runners of its own.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void An_errand_may_have_errands_of_its_own()
    {
        var watch = Stopwatch.StartNew();

        Errands.RunAll([() => Runs.Of([new(1, Second), new(2, Second)], Runs.Ignore), () => []], Runs.Ignore);

        Claim.That(watch.Elapsed == Second, Wording.TooSlow);
    }

    [Test, Interleaved, Category(Criterion)]
    public void No_errands_take_no_time_and_no_line()
    {
        var notebook = new Notebook(0);

        var results = Runs.Of([], notebook.Write);

        Claim.That(results.Length == 0 && notebook.Lines.Count == 0 && notebook.Elapsed == TimeSpan.Zero, Wording.Nothing);
    }
}
