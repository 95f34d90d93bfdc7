using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

[TestFixture]
public sealed class NoLeakTests
{
    private const string Criterion = "no-leak";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public Task A_work_in_the_background_belongs_to_nobody([Values] bool waits) => StartsAsync(waits ? Second : default);

    [Test, Interleaved, Category(Criterion)]
    public void On_a_loop_it_belongs_to_nobody_either() => Loop.Run(() => StartsAsync(Second));

    /// <summary>Nobody waits for it, and the request is over long before it is.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task It_outlives_its_request()
    {
        var paper = new Paper();
        Task? left = null;

        await paper.Log.RunAsync("7", () =>
        {
            left = paper.Log.RunBackgroundAsync(() => paper.VisitAsync(5 * Second));
            return paper.VisitAsync(Second);
        });
        Claim.That(paper.Has("[-] in", "[7] in", "[7] out"), Wording.OnAccount);
        await left!;

        Claim.That(paper.Has("[-] in", "[7] in", "[7] out", "[-] out"), Wording.OnAccount);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task What_it_starts_belongs_to_nobody()
    {
        var paper = new Paper();

        await paper.Log.RunAsync("7", async () =>
        {
            await paper.Log.RunBackgroundAsync(() => Task.WhenAll(Task.Run(() => paper.Log.Info("left")), paper.VisitAsync(Second)));
            return true;
        });

        Claim.That(paper.Has("[-] left", "[-] in", "[-] out"), Wording.OnAccount);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_request_in_the_background_starts_anew()
    {
        var paper = new Paper();

        await paper.Log.RunAsync("7", async () =>
        {
            await paper.Log.RunBackgroundAsync(async () =>
            {
                await paper.Log.RunAsync("mop", () => paper.VisitAsync(Second));
                paper.Log.Info("done");
            });
            paper.Log.Info("end");
            return true;
        });

        Claim.That(paper.Lines.Count(line => line is "[mop] in" or "[mop] out" or "[-] done") == 3, Wording.NotAnew);
        Claim.That(paper.Has("[mop] in", "[mop] out", "[-] done", "[7] end"), Wording.CallerLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_in_the_background_of_two_requests_belong_to_nobody()
    {
        var paper = new Paper();

        await Task.WhenAll(Task.Run(() => RequestAsync("a")), Task.Run(() => RequestAsync("b")));

        Claim.That(paper.Has("[-] in", "[-] out", "[-] in", "[-] out", "[a] end", "[b] end"), Wording.OnAccount);

        Task<bool> RequestAsync(string id) => paper.Log.RunAsync(id, async () =>
        {
            await paper.Log.RunBackgroundAsync(() => paper.VisitAsync(Second));
            paper.Log.Info("end");
            return true;
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Outside_of_a_request_it_changes_nothing()
    {
        var paper = new Paper();

        await paper.Log.RunBackgroundAsync(() => paper.VisitAsync(Second));
        paper.Log.Info("end");

        Claim.That(paper.Lines.SequenceEqual(["[-] in", "[-] out", "[-] end"]), Wording.OnAccount);
    }

    /// <summary>Thrown at once, before an await, and after one.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Its_failure_comes_out_of_its_task([Values(0, 1, 2)] int phase)
    {
        var paper = new Paper();
        Exception failure = phase == 1 ? new OperationCanceledException("closed") : new IOException("no water");
        Exception? seen = null;

        await paper.Log.RunAsync("7", async () =>
        {
            seen = await Caught.ByAsync(() => paper.Log.RunBackgroundAsync(() => phase == 0 ? throw failure : FailAsync()));
            paper.Log.Info("end");
            return true;
        });

        Claim.That(ReferenceEquals(seen, failure), Wording.OtherFailureInTheBackground);
        Claim.That(paper.Has("[7] end"), Wording.CallerLost);

        async Task FailAsync()
        {
            if (phase == 2)
                await Task.Delay(Second);
            throw failure;
        }
    }

    private static async Task StartsAsync(TimeSpan waits)
    {
        var paper = new Paper();
        var ended = false;

        await paper.Log.RunAsync("7", async () =>
        {
            var mopping = paper.Log.RunBackgroundAsync(async () =>
            {
                await paper.VisitAsync(waits);
                ended = true;
            });
            paper.Log.Info("meanwhile");
            await mopping;
            Claim.That(ended, Wording.NotEnded);
            paper.Log.Info("end");
            return true;
        });

        Claim.That(paper.Lines.Count(line => line is "[-] in" or "[-] out") == 2, Wording.OnAccount);
        Claim.That(paper.Has("[-] in", "[7] meanwhile", "[-] out", "[7] end"), Wording.CallerLost);
    }
}
