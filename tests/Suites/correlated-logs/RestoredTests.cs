using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

[TestFixture]
public sealed class RestoredTests
{
    private const string Criterion = "restored";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task After_the_call_and_while_it_runs_the_caller_has_no_id([Values] bool waits)
    {
        var paper = new Paper();

        paper.Log.Info("before");
        var request = paper.Log.RunAsync("7", () => paper.VisitAsync(waits ? Second : default));
        paper.Log.Info("meanwhile");
        await request;
        paper.Log.Info("after");

        Claim.That(paper.Has("[-] before", "[7] in", "[-] meanwhile", "[7] out", "[-] after"), Wording.Stays);
    }

    /// <summary>Called by plain methods, which undo nothing by themselves.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_plain_caller_has_no_id_either()
    {
        var paper = new Paper();

        var requests = Start();

        await requests;
        Claim.That(paper.Has("[a] in", "[-] between", "[b] in", "[-] behind", "[a] out", "[b] out"), Wording.Stays);

        Task Start()
        {
            var first = paper.Log.RunAsync("a", () => paper.VisitAsync(Second));
            paper.Log.Info("between");
            var second = paper.Log.RunAsync("b", () => paper.VisitAsync(2 * Second));
            paper.Log.Info("behind");
            return Task.WhenAll(first, second);
        }
    }

    /// <summary>On one thread: another callback of the loop comes while the request waits.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void On_a_loop_others_see_nothing_of_it() => Loop.Run(async () =>
    {
        var paper = new Paper();
        SynchronizationContext.Current!.Post(_ => paper.Log.Info("posted"), null);

        await paper.Log.RunAsync("7", () => paper.VisitAsync(Second));
        await Task.Yield();
        paper.Log.Info("after");

        Claim.That(paper.Has("[7] in", "[-] posted", "[7] out", "[-] after"), Wording.Stays);
    });

    [Test, Interleaved, Category(Criterion)]
    public async Task Parts_of_parts_add_their_ids_and_take_them_back([Values(2, 3, 5)] int depth)
    {
        var paper = new Paper();
        string[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), depth).Select(id => $"{id}")];
        string[] paths = [.. Enumerable.Range(1, depth).Select(levels => string.Join('/', ids[..levels]))];

        await DescendAsync(0);
        paper.Log.Info("after");

        string[] expected = [.. paths.Select(path => $"[{path}] down"), .. paths.Reverse().Select(path => $"[{path}] up"), "[-] after"];
        Claim.That(paper.Lines.SequenceEqual(expected), Wording.NotNested);

        async Task<bool> DescendAsync(int level) => level == depth || await paper.Log.RunAsync(ids[level], async () =>
        {
            paper.Log.Info("down");
            await Task.Delay(Second);
            await DescendAsync(level + 1);
            paper.Log.Info("up");
            return true;
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_same_id_twice_is_a_part_like_any_other()
    {
        var paper = new Paper();

        await paper.Log.RunAsync("7", () => paper.Log.RunAsync("7", () => paper.VisitAsync(Second)));

        Claim.That(paper.Has("[7/7] in", "[7/7] out"), Wording.NotNested);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Siblings_see_nothing_of_each_other([Values] bool pool)
    {
        var paper = new Paper();
        var seconds = Inputs.Draw().Durations(3);

        await paper.Log.RunAsync("7", async () =>
        {
            await Task.WhenAll(Child("a", seconds[0]), Child("b", seconds[1]), paper.VisitAsync(seconds[2]));
            paper.Log.Info("end");
            return true;
        });

        Claim.That(
            paper.Has("[7/a] in", "[7/a] out", "[7/b] in", "[7/b] out", "[7] in", "[7] out", "[7] end"), Wording.Sibling);

        Task<bool> Child(string id, TimeSpan waits) => pool
            ? Task.Run(() => paper.Log.RunAsync(id, () => paper.VisitAsync(waits)))
            : paper.Log.RunAsync(id, () => paper.VisitAsync(waits));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task After_a_failure_everything_is_as_it_was([Values(0, 1, 2)] int phase, [Values] bool within)
    {
        var paper = new Paper();
        Exception failure = phase == 1 ? new OperationCanceledException("closed") : new IOException("not there");
        Exception? seen = null;

        if (within)
            await paper.Log.RunAsync("7", FailAndGoOnAsync);
        else
            await FailAndGoOnAsync();

        Claim.That(ReferenceEquals(seen, failure), Wording.OtherFailure);
        var mine = within ? "7" : "-";
        Claim.That(paper.Has($"[{mine}] after", $"[{mine}] later"), Wording.StaysAfterFailure);

        async Task<bool> FailAndGoOnAsync()
        {
            // Caught here and not in another async method, which would undo what RunAsync leaves behind.
            try
            {
                await paper.Log.RunAsync("part", () => phase == 0 ? throw failure : FailAsync());
            }
            catch (Exception exception)
            {
                seen = exception;
            }

            paper.Log.Info("after");
            await Task.Delay(Second);
            paper.Log.Info("later");
            return true;
        }

        async Task<bool> FailAsync()
        {
            if (phase == 2)
                await Task.Delay(Second);
            throw failure;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_that_fail_at_once_leave_nothing_behind()
    {
        var paper = new Paper();
        Exception first = new IOException("first"), second = new IOException("second");

        var seen = await Task.WhenAll(
            Task.Run(() => Caught.ByAsync(() => paper.Log.RunAsync("a", () => FailAsync(first)))),
            Task.Run(() => Caught.ByAsync(() => paper.Log.RunAsync("b", () => FailAsync(second)))));
        paper.Log.Info("after");

        Claim.That(ReferenceEquals(seen[0], first) && ReferenceEquals(seen[1], second), Wording.OtherFailure);
        Claim.That(paper.Has("[a] in", "[b] in", "[-] after"), Wording.StaysAfterFailure);

        async Task<bool> FailAsync(Exception failure)
        {
            paper.Log.Info("in");
            await Task.Yield();
            throw failure;
        }
    }
}
