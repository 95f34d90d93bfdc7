using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Scheduling;

/// <summary>Others run between the last thing that a task does and the moment at which it says that it has ended.</summary>
internal sealed class LateEndTests
{
    private static CorpusProgram Worker => CorpusProgram.Of(typeof(Corpus.AskedWhetherEnded), nameof(Corpus.AskedWhetherEnded.A_worker_that_found_nothing_more_is_not_started_again));

    [Test]
    public void A_schedule_says_so_and_runs_the_same_way_again()
    {
        var found = Worker.Explore(new ExplorationOptions());
        found.Schedule.ShouldMatch(@"^0@\d+:1,1@\d+:end$");
        var again = Worker.Explore(new ExplorationOptions { Schedule = found.Schedule });
        again.Interleaving.ShouldBe(found.Interleaving);
    }

    /// <summary>Who has waited for the end knows of it.</summary>
    [Test]
    public void Where_it_can_make_no_difference_there_is_nothing_more_to_try() => Tried("Check(t.IsCompleted);").ShouldBe(Tried(""));

    [Test]
    public void Where_it_can_there_is() => Tried("", "_ = t.IsCompleted;").ShouldBeGreaterThan(Tried("", "_ = Volatile.Read(ref n);"));

    private static int Tried(string after, string before = "") => Woven.ShouldHold(
        $"int n; public void Run() {{ var t = Task.Run(() => Interlocked.Increment(ref n)); Interlocked.Increment(ref n); {before} t.Wait(); {after} }}").Schedules;
}
