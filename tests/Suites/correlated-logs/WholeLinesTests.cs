using System.Collections.Concurrent;
using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

[TestFixture]
public sealed class WholeLinesTests
{
    private const string Criterion = "whole-lines";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>A plain list: two at once are a data race, whatever comes of it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Threads_write_into_a_plain_list([Values(2, 3)] int threads)
    {
        var lines = new List<string>();
        var log = new RequestLog(lines.Add);

        await Task.WhenAll(Enumerable.Range(0, threads).Select(i => Task.Run(() => log.Info($"line {i}"))));

        AreWhole(lines, [.. Enumerable.Range(0, threads).Select(i => $"line {i}")]);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Requests_and_the_background_write_one_at_a_time()
    {
        var lines = new List<string>();
        var log = new RequestLog(lines.Add);
        TaskCompletionSource<bool> request = new(), background = new();

        // What they return is the affair of others.
        _ = Task.Run(() => log.RunAsync("7", () => WriteAsync(request)));
        _ = Task.Run(() => log.RunBackgroundAsync(() => WriteAsync(background)));
        log.Info("line");
        await Task.WhenAll(request.Task, background.Task);

        AreWhole(lines, ["line", "line", "line"]);

        Task<bool> WriteAsync(TaskCompletionSource<bool> written)
        {
            log.Info("line");
            written.SetResult(true);
            return written.Task;
        }
    }

    /// <summary>A slow paper: three lines of a second each take three seconds, and never two of them at once.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_slow_paper_takes_one_after_another([Values(2, 3)] int threads)
    {
        var writing = new InFlight();
        var log = new RequestLog(_ =>
        {
            writing.Enter();
            Thread.Sleep(Second);
            writing.Leave();
        });

        await Task.WhenAll(Enumerable.Range(0, threads).Select(_ => Task.Run(() => log.Info("line"))));

        Claim.That(writing.Peak == 1, Wording.AtOnce);
        Claim.That(writing.Begun == threads, Wording.NotWhole);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_line_is_written_when_Info_returns()
    {
        var lines = new List<string>();
        var log = new RequestLog(lines.Add);

        await log.RunAsync("7", () =>
        {
            for (var count = 1; count <= 3; count++)
            {
                log.Info($"{count}");
                Claim.That(lines.Count >= count, Wording.Later);
            }

            return Task.FromResult(true);
        });

        AreWhole(lines, ["1", "2", "3"]);
    }

    /// <summary>Whoever finds the paper in use may wait or leave the line to the one who writes, but comes back when it is written.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_line_is_written_when_Info_returns_though_another_was_being_written([Values(2, 3)] int threads)
    {
        var lines = new ConcurrentQueue<string>();
        var log = new RequestLog(line =>
        {
            Thread.Sleep(Second);
            lines.Enqueue(line);
        });

        await Task.WhenAll(Enumerable.Range(0, threads).Select(i => Task.Run(() =>
        {
            log.Info($"line {i}");
            Claim.That(lines.Any(line => line.EndsWith($"line {i}", StringComparison.Ordinal)), Wording.Later);
        })));
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_paper_that_fails_for_one_line_fails_for_the_one_who_wrote_it()
    {
        var failure = new IOException("no ink");
        var log = new RequestLog(line =>
        {
            Thread.Sleep(Second);
            if (line.EndsWith("red", StringComparison.Ordinal))
                throw failure;
        });

        var seen = await Task.WhenAll(((string[])["red", "blue"]).Select(message => Task.Run(() => Caught.ByAsync(() =>
        {
            log.Info(message);
            return Task.CompletedTask;
        }))));

        Claim.That(ReferenceEquals(seen[0], failure), Wording.WriteFailed);
        Claim.That(seen[1] is null, Wording.FailedForAnother);
    }

    [Test, Interleaved, Category(Criterion)]
    public void What_looks_like_a_format_is_a_message()
    {
        var lines = new List<string>();

        new RequestLog(lines.Add).Info("{0} of {1} is 100 %, [x] {{y}}");

        AreWhole(lines, ["{0} of {1} is 100 %, [x] {{y}}"]);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_paper_that_fails_fails_once()
    {
        var lines = new List<string>();
        var failure = new IOException("no paper");
        var empty = true;
        var log = new RequestLog(line =>
        {
            if (empty)
                throw failure;
            lines.Add(line);
        });

        var seen = await Caught.ByAsync(() =>
        {
            log.Info("first");
            return Task.CompletedTask;
        });
        empty = false;
        await Task.Run(() => log.Info("second"));

        Claim.That(ReferenceEquals(seen, failure), Wording.WriteFailed);
        Claim.That(lines.Count == 1, Wording.Stuck);
    }

    /// <summary>Whether these messages were written, each in one piece, in any order; under which id is the affair of others.</summary>
    private static void AreWhole(List<string> lines, string[] messages) => Claim.That(
        lines.All(line => line is ['[', ..])
            && lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal).SequenceEqual(messages),
        Wording.NotWhole);
}
