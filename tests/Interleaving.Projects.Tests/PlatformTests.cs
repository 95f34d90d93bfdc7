using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.RateLimiting;
using System.Threading.Tasks.Dataflow;
using Interleaving.NUnit;

namespace Interleaving.Projects.Tests;

/// <summary>Everyday parts of the platform outside of its core library.</summary>
public sealed partial class PlatformTests
{
    [Test, Interleaved(Schedules = 50)]
    public async Task A_client_talks_to_a_handler_of_ones_own()
    {
        using var client = new HttpClient(new Answering());
        var started = DateTime.UtcNow;
        var answers = await Task.WhenAll(client.GetStringAsync(new Uri("http://a/")), client.GetStringAsync(new Uri("http://b/")));
        answers.ShouldBe(["a", "b"]);
        (DateTime.UtcNow - started).ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Test, Interleaved(Schedules = 20)]
    public async Task A_client_gives_up_in_virtual_time()
    {
        using var client = new HttpClient(new Answering()) { Timeout = TimeSpan.FromSeconds(1) };
        var cancelled = false;
        try
        {
            await client.GetStringAsync(new Uri("http://a/"));
        }
        catch (TaskCanceledException)
        {
            cancelled = true;
        }

        cancelled.ShouldBeTrue();
    }

    [Test]
    public void A_handler_that_counts_without_a_lock_is_found()
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                var handler = new Answering();
                using var client = new HttpClient(handler);
                await Task.WhenAll(
                    Task.Run(() => client.GetStringAsync(new Uri("http://a/"))), Task.Run(() => client.GetStringAsync(new Uri("http://b/"))));
                handler.Calls.ShouldBe(2);
            },
            new ExplorationOptions { Schedules = 50 });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task Blocks_of_dataflow_hand_over_and_complete()
    {
        var sum = 0;
        var first = new TransformBlock<int, int>(number => number * 2);
        var second = new ActionBlock<int>(number => sum += number);
        first.LinkTo(second, new DataflowLinkOptions { PropagateCompletion = true });
        first.Post(1);
        first.Post(2);
        first.Complete();
        await second.Completion;
        sum.ShouldBe(6);
    }

    [Test]
    public void A_block_that_runs_two_at_once_races()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var sum = 0;
            var block = new ActionBlock<int>(number => sum += number, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 2 });
            block.Post(1);
            block.Post(2);
            block.Complete();
            await block.Completion;
            sum.ShouldBe(3);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task A_pipe_hands_bytes_over()
    {
        var pipe = new Pipe();
        var reading = Task.Run(async () =>
        {
            var result = await pipe.Reader.ReadAtLeastAsync(2);
            return Encoding.UTF8.GetString(result.Buffer);
        });
        await pipe.Writer.WriteAsync(new byte[] { (byte)'o', (byte)'k' });
        await pipe.Writer.CompleteAsync();
        (await reading).ShouldBe("ok");
    }

    [Test, Interleaved]
    public async Task Two_pipes_use_the_memory_of_one_pool_one_after_the_other() =>
        (await Task.WhenAll(Task.Run(() => Through_a_pipe(1)), Task.Run(() => Through_a_pipe(2)))).ShouldBe([1, 2]);

    [Test]
    public void A_buffer_that_is_read_after_it_was_given_back_races()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var pipe = new Pipe();
            await pipe.Writer.WriteAsync(new byte[] { 1 });
            var result = await pipe.Reader.ReadAsync();
            var kept = result.Buffer.First;
            pipe.Reader.AdvanceTo(result.Buffer.End);
            var other = Task.Run(() => Through_a_pipe(2));
            var first = kept.Span[0];
            await other;
            first.ShouldBe((byte)1);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    private static async Task<byte> Through_a_pipe(byte number)
    {
        var pipe = new Pipe();
        var memory = pipe.Writer.GetMemory(1);
        memory.Span[0] = number;
        pipe.Writer.Advance(1);
        await pipe.Writer.FlushAsync();
        var result = await pipe.Reader.ReadAsync();
        var first = result.Buffer.First.Span[0];
        pipe.Reader.AdvanceTo(result.Buffer.End);
        return first;
    }

    [Test, Interleaved]
    public async Task A_query_over_an_async_stream_goes_through_it()
    {
        var total = await Numbers().Where(number => number % 2 == 1).Select(number => number * 10).SumAsync();
        total.ShouldBe(40);
    }

    [Test, Interleaved]
    public async Task A_limiter_lets_one_at_a_time_in()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 5 });
        var inside = 0;
        async Task Enter()
        {
            using var lease = await limiter.AcquireAsync();
            lease.IsAcquired.ShouldBeTrue();
            inside++;
            await Task.Yield();
            inside.ShouldBe(1);
            inside--;
        }

        await Task.WhenAll(Task.Run(Enter), Task.Run(Enter));
    }

    [Test, Interleaved]
    public async Task Json_is_written_to_and_read_from_memory()
    {
        using var stream = new MemoryStream();
        await JsonSerializer.SerializeAsync(stream, new[] { 1, 2, 3 });
        stream.Position = 0;
        (await JsonSerializer.DeserializeAsync<int[]>(stream)).ShouldBe([1, 2, 3]);
    }

    [Test, Interleaved]
    public async Task A_generated_expression_is_used_by_two()
    {
        var found = await Task.WhenAll(Task.Run(() => Digits().Match("a1").Value), Task.Run(() => Digits().Match("b22").Value));
        found.ShouldBe(["1", "22"]);
    }

    [Test, Interleaved]
    public async Task An_array_of_a_pool_is_handed_over()
    {
        var pool = ArrayPool<int>.Create(16, 4);
        int Use(int number)
        {
            var array = pool.Rent(16);
            array[0] = number;
            var result = array[0];
            pool.Return(array);
            return result;
        }

        var results = await Task.WhenAll(Task.Run(() => Use(1)), Task.Run(() => Use(2)));
        results.ShouldBe([1, 2]);
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    private static async IAsyncEnumerable<int> Numbers()
    {
        for (var i = 1; i <= 4; i++)
        {
            await Task.Delay(10);
            yield return i;
        }
    }

    private sealed class Answering : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(request.RequestUri!.Host) };
        }
    }
}
