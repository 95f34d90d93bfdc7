using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs;

// Under [Interleaved] the clock is virtual: nothing here takes a second.
[TestFixture]
public sealed class CorrelatedLogsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Lines_carry_the_id_of_their_request()
    {
        var lines = new List<string>();
        var log = new RequestLog(lines.Add);

        log.Info("open");
        var result = await log.RunAsync("7", () =>
        {
            log.Info("in");
            return Task.FromResult("well");
        });
        log.Info("closed");

        result.ShouldBe("well", "The result of the work is the result of the request.");
        lines.ShouldBe(["[-] open", "[7] in", "[-] closed"], "The id belongs to the request, and to nothing before or after it.");
    }

    [Test, Interleaved]
    public async Task Two_requests_that_alternate_keep_their_ids()
    {
        var lines = new List<string>();
        var log = new RequestLog(line => { lock (lines) lines.Add(line); });

        await Task.WhenAll(log.RunAsync("7", () => TreatAsync(2)), log.RunAsync("12", () => TreatAsync(3)));

        lines.ShouldBe(["[7] in", "[12] in", "[7] out", "[12] out"],
            "Request 12 came in while request 7 was waiting. The id must be that of the request that writes, not of the one that began last.");

        async Task<bool> TreatAsync(int seconds)
        {
            log.Info("in");
            await Task.Delay(seconds * Second);
            log.Info("out");
            return true;
        }
    }

    [Test, Interleaved]
    public async Task What_a_request_starts_inherits_its_id()
    {
        var lines = new List<string>();
        var log = new RequestLog(line => { lock (lines) lines.Add(line); });

        await log.RunAsync("7", async () =>
        {
            await Task.Run(() => log.Info("in the laboratory"));
            var thread = new Thread(() => log.Info("in the pharmacy"));
            thread.Start();
            thread.Join();
            return true;
        });

        lines.ShouldBe(["[7] in the laboratory", "[7] in the pharmacy"], "A task and a thread that the request starts belong to the request.");
    }

    [Test, Interleaved]
    public async Task A_part_of_a_request_adds_its_id_and_takes_it_back()
    {
        var lines = new List<string>();
        var log = new RequestLog(lines.Add);

        await log.RunAsync("7", async () =>
        {
            var failure = new InvalidOperationException("The card is not valid.");
            var charge = log.RunAsync<bool>("charge", async () =>
            {
                log.Info("begins");
                await Task.Delay(Second);
                throw failure;
            });
            log.Info("meanwhile");
            (await Should.ThrowAsync<InvalidOperationException>(charge, "The part failed, so the request must see the failure.")).ShouldBeSameAs(failure);
            log.Info("afterwards");
            return true;
        });

        lines.ShouldBe(["[7/charge] begins", "[7] meanwhile", "[7] afterwards"],
            "The part's id belongs to the part alone: the request keeps its own id while the part runs and after it has failed.");
    }

    [Test, Interleaved]
    public async Task The_background_belongs_to_nobody()
    {
        var lines = new List<string>();
        var log = new RequestLog(line => { lock (lines) lines.Add(line); });

        await log.RunAsync("7", async () =>
        {
            await log.RunBackgroundAsync(async () =>
            {
                log.Info("mopping");
                await Task.Delay(Second);
                log.Info("mopped");
            });
            log.Info("goes home");
            return true;
        });

        lines.ShouldBe(["[-] mopping", "[-] mopped", "[7] goes home"], "Request 7 called the cleaners, but their work does not belong to it.");
    }

    [Test, Interleaved]
    public async Task Two_threads_write_one_line_at_a_time()
    {
        var lines = new List<string>(); // which is not made for two threads at once
        var log = new RequestLog(lines.Add);

        await Task.WhenAll(Task.Run(() => log.Info("left")), Task.Run(() => log.Info("right")));

        lines.ShouldBe(["[-] left", "[-] right"], ignoreOrder: true, "Both lines must be there, whole, in any order.");
    }
}
