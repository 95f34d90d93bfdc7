using System.Reactive.Linq;
using System.Reactive.Subjects;
using System.Reactive.Threading.Tasks;
using Interleaving.NUnit;

namespace Interleaving.Projects.Tests;

/// <summary>System.Reactive: timers in virtual time, and the rule that a subject is called by one at a time.</summary>
public sealed class ReactiveTests
{
    [Test, Interleaved]
    public async Task An_interval_ticks_in_virtual_time()
    {
        var started = DateTime.UtcNow;
        var ticks = await Observable.Interval(TimeSpan.FromSeconds(10)).Take(3).ToList().ToTask();
        ticks.ShouldBe([0L, 1L, 2L]);
        (DateTime.UtcNow - started).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Test, Interleaved]
    public async Task A_synchronised_subject_is_called_by_two()
    {
        var total = 0;
        using var subject = new Subject<int>();
        var safe = Subject.Synchronize(subject);
        using (safe.Subscribe(number => total += number))
            await Task.WhenAll(Task.Run(() => safe.OnNext(1)), Task.Run(() => safe.OnNext(2)));
        total.ShouldBe(3);
    }

    [Test]
    public void A_bare_subject_called_by_two_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var total = 0;
            using var subject = new Subject<int>();
            using (subject.Subscribe(number => total += number))
                await Task.WhenAll(Task.Run(() => subject.OnNext(1)), Task.Run(() => subject.OnNext(2)));
            total.ShouldBe(3);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }
}
