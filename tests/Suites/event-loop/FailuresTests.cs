using System.Collections.Concurrent;
using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

[TestFixture]
public sealed class FailuresTests
{
    private const string Criterion = "failures";

    private readonly ConcurrentQueue<(string Name, Exception What)> _told = [];

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void A_failure_is_told_by_name_and_the_loop_goes_on([Values(Way.Soon, Way.Later, Way.Post)] Way way)
    {
        var failure = new IOException("no such document");

        var name = Loop().RunOne(way, "fails", () => throw failure);

        Told((name, failure));
    }

    [Test, Interleaved, Category(Criterion)]
    public void Several_failures_are_told_one_by_one_and_the_others_run([Values(3, 5)] int count)
    {
        var journal = new Journal();
        var loop = Loop();
        var draw = Inputs.Draw();
        Exception?[] failures = [.. Enumerable.Range(0, count).Select(_ => draw.Next(2) == 0 ? new IOException() : null)];
        failures[0] = new InvalidOperationException();
        failures[2] = new TimeoutException();

        loop.RunUntil(end =>
        {
            for (var i = 0; i < count; i++)
            {
                var name = $"{i}";
                var failure = failures[i];
                loop.CallSoon(name, () =>
                {
                    journal.Note(name);
                    if (failure is not null)
                        throw failure;
                });
            }

            loop.CallSoon("end", end);
        });

        Claim.That(journal.Order.SequenceEqual(Enumerable.Range(0, count).Select(i => $"{i}")), Wording.Stopped);
        Told([.. Enumerable.Range(0, count).Where(i => failures[i] is not null).Select(i => ($"{i}", failures[i]!))]);
    }

    [Test, Interleaved, Category(Criterion)]
    public void An_OperationCanceledException_is_a_failure_like_any_other()
    {
        var failure = new OperationCanceledException("nobody cancelled");

        var name = Loop().RunOne(Way.Soon, "fails", () => throw failure);

        Told((name, failure));
    }

    [Test, Interleaved, Category(Criterion)]
    public void Nobody_has_to_listen()
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunOne(Way.Soon, "fails", () => throw new IOException());
        loop.RunOne(Way.Later, "fails", () => throw new IOException());
        loop.RunOne(Way.Soon, "works", () => journal.Note("works"));

        Claim.That(journal.Order is ["works"], Wording.Stopped);
    }

    /// <summary>async void has no task: what it throws comes to the loop that it runs on.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_failure_of_async_void_is_told()
    {
        var failure = new IOException("unheard");
        var loop = Loop();

        loop.Run(async () =>
        {
            Unheard();
            await Task.Delay(20);
        });

        Told(("Post", failure));

        async void Unheard()
        {
            await Task.Delay(5);
            throw failure;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void Whoever_is_told_may_use_the_loop()
    {
        var journal = new Journal();
        EventLoop? loop = null;
        loop = new(failed: (_, _) => Ways.Started(() => loop!.CallSoon("tidies up", () => journal.Note("tidies up"))).Join());

        loop.RunOne(Way.Soon, "fails", () => throw new IOException());
        loop.RunWhatIsThere();

        Claim.That(journal.Order is ["tidies up"], Wording.Stopped);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_loop_is_told_of_its_own_failures()
    {
        var failure = new IOException("mine");
        var others = 0;
        EventLoop mine = Loop(), other = new(failed: (_, _) => others++);

        other.RunOne(Way.Soon, "works", () => { });
        mine.RunOne(Way.Soon, "fails", () => throw failure);

        Told(("fails", failure));
        Claim.That(others == 0, Wording.Shared);
    }

    private EventLoop Loop() => new(failed: (name, failure) => _told.Enqueue((name, failure)));

    private void Told(params (string Name, Exception What)[] expected)
    {
        Claim.That(_told.Select(entry => entry.Name).SequenceEqual(expected.Select(entry => entry.Name)), Wording.Untold);
        Claim.That(
            _told.Zip(expected).All(pair => ReferenceEquals(pair.First.What, pair.Second.What)), Wording.Disguised);
    }
}
