using Interleaving.NUnit;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Interleaving.Projects.Tests;

/// <summary>Polly.Core: retries and timeouts in virtual time.</summary>
public sealed class PollyTests
{
    [Test, Interleaved]
    public async Task A_retry_waits_in_virtual_time()
    {
        var calls = 0;
        var retry = Retry();
        var started = DateTime.UtcNow;
        var result = await retry.ExecuteAsync(_ => ++calls < 3 ? throw new InvalidOperationException("not yet") : ValueTask.FromResult(calls));
        result.ShouldBe(3);
        (DateTime.UtcNow - started).ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Test, Interleaved]
    public async Task A_timeout_ends_a_call_that_takes_too_long()
    {
        var timeout = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).Build();
        var started = DateTime.UtcNow;
        var thrown = false;
        try
        {
            await timeout.ExecuteAsync(async token => await Task.Delay(TimeSpan.FromMinutes(1), token));
        }
        catch (TimeoutRejectedException)
        {
            thrown = true;
        }

        thrown.ShouldBeTrue();
        (DateTime.UtcNow - started).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Test]
    public void A_counter_shared_by_two_retries_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var calls = 0;
            var retry = Retry();
            ValueTask Call(CancellationToken token) => ++calls < 2 ? throw new InvalidOperationException("not yet") : default;
            await Task.WhenAll(
                Task.Run(async () => await retry.ExecuteAsync(Call)), Task.Run(async () => await retry.ExecuteAsync(Call)));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    private static ResiliencePipeline Retry() => new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, Delay = TimeSpan.FromSeconds(2) })
        .Build();
}
