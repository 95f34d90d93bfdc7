using System.IO.Pipelines;
using System.Threading.RateLimiting;

namespace Interleaving.Projects.Tests;

/// <summary>Races beside everyday parts of the platform that are woven for control.</summary>
public sealed class PlantedTests
{
    [Test]
    public void Two_queries_over_async_streams_that_add_to_one_sum()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var sum = 0;
            async Task Add() => await Numbers().Select(number => sum += number).CountAsync();
            await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
        exploration.Message.ShouldContain("PlantedTests.cs:");
    }

    [Test]
    public void Both_ends_of_a_pipe_count_in_one_variable()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var pipe = new Pipe();
            var moved = 0;
            var reading = Task.Run(async () =>
            {
                var result = await pipe.Reader.ReadAsync();
                moved += (int)result.Buffer.Length;
                pipe.Reader.AdvanceTo(result.Buffer.End);
            });
            await pipe.Writer.WriteAsync(new byte[2]);
            moved += 2;
            await reading;
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test]
    public void A_limiter_that_lets_two_in_guards_nothing()
    {
        var exploration = Explorer.Explore(async () =>
        {
            using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = 5 });
            var inside = 0;
            async Task Enter()
            {
                using var lease = await limiter.AcquireAsync();
                inside++;
            }

            await Task.WhenAll(Task.Run(Enter), Task.Run(Enter));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    private static async IAsyncEnumerable<int> Numbers()
    {
        for (var i = 1; i <= 2; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
