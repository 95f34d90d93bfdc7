using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

[TestFixture]
public sealed class FanOutTests
{
    private const string Criterion = "fan-out";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Children_of_WhenAll_inherit([Values(2, 4)] int children)
    {
        var (paper, id) = (new Paper(), Draw());

        await paper.Log.RunAsync(id, async () =>
            (await Task.WhenAll(Inputs.Draw().Durations(children).Select(paper.VisitAsync))).Length);

        Claim.That(paper.Has([.. Enumerable.Range(0, children).SelectMany<int, string>(_ => [$"[{id}] in", $"[{id}] out"])]), Wording.NotInherited);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Tasks_on_the_pool_inherit()
    {
        var (paper, id) = (new Paper(), Draw());

        await Task.WhenAll(
            paper.Log.RunAsync(id, () => Task.Run(() => paper.VisitAsync(Second))),
            paper.Log.RunAsync("other", () => Task.Run(() => paper.VisitAsync(Second))));

        Claim.That(paper.Has($"[{id}] in", $"[{id}] out", "[other] in", "[other] out"), Wording.NotInherited);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Threads_inherit()
    {
        var (paper, id) = (new Paper(), Draw());

        await paper.Log.RunAsync(id, () =>
        {
            Thread[] threads = [new(() => paper.Log.Info("first")), new(() => paper.Log.Info("second"))];
            foreach (var thread in threads)
                thread.Start();
            foreach (var thread in threads)
                thread.Join();
            return Task.FromResult(true);
        });

        Claim.That(paper.Has($"[{id}] first", $"[{id}] second"), Wording.NotInherited);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_timer_inherits()
    {
        var (paper, id) = (new Paper(), Draw());
        Timer? timer = null;

        await paper.Log.RunAsync(id, () =>
        {
            timer = new(_ => paper.Log.Info("rings"), null, 2 * Second, Timeout.InfiniteTimeSpan);
            return Task.FromResult(true);
        });
        await Task.Delay(3 * Second);
        await timer!.DisposeAsync();

        Claim.That(paper.Has($"[{id}] rings"), Wording.NotInherited);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_continuation_inherits()
    {
        var (paper, id) = (new Paper(), Draw());
        var ready = new TaskCompletionSource();

        var request = paper.Log.RunAsync(id, async () =>
        {
            await ready.Task.ContinueWith(_ => paper.Log.Info("continues"), TaskScheduler.Default);
            return true;
        });
        await paper.Log.RunAsync("other", () =>
        {
            ready.SetResult();
            return Task.FromResult(true);
        });
        await request;

        Claim.That(paper.Has($"[{id}] continues"), Wording.NotInherited);
    }

    /// <summary>Whoever was started within a request belongs to it, even when nobody waits for them.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Who_outlives_the_request_keeps_its_id()
    {
        var (paper, id) = (new Paper(), Draw());
        Task? left = null;

        await paper.Log.RunAsync(id, async () =>
        {
            left = paper.VisitAsync(5 * Second);
            await Task.Delay(Second);
            return true;
        });
        await paper.Log.RunAsync("other", () => paper.VisitAsync(Second));
        await left!;

        Claim.That(paper.Lines.SequenceEqual([$"[{id}] in", "[other] in", "[other] out", $"[{id}] out"]), Wording.NotInherited);
    }

    /// <summary>The line is that of whoever calls Info, although what is written was made elsewhere.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_delegate_belongs_to_whoever_calls_it()
    {
        var (paper, id) = (new Paper(), Draw());
        Action? say = null;

        await paper.Log.RunAsync("other", () =>
        {
            say = () => paper.Log.Info("said");
            return Task.FromResult(true);
        });
        await paper.Log.RunAsync(id, () =>
        {
            say!();
            return Task.FromResult(true);
        });

        Claim.That(paper.Has($"[{id}] said"), Wording.NotInherited);
    }

    private static string Draw() => $"{Inputs.Draw().Next(100, 900)}";
}
