using Interleaving.NUnit;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Polly;
using Polly.Retry;

namespace Interleaving.Projects.Tests.Service;

public sealed class PricesTests
{
    [Test, Interleaved]
    public async Task Two_callers_ask_the_source_once()
    {
        var source = Substitute.For<IPriceSource>();
        source.PriceOf("tea", Arg.Any<CancellationToken>()).Returns(_ => After(TimeSpan.FromSeconds(1), 3.50m));
        await using var services = Services(source);
        var prices = services.GetRequiredService<Prices>();

        var both = await Task.WhenAll(Task.Run(() => prices.Of("tea")), Task.Run(() => prices.Of("tea")));

        both.ShouldBe([3.50m, 3.50m]);
        await source.Received(1).PriceOf("tea", Arg.Any<CancellationToken>());
    }

    [Test]
    public void Without_the_semaphore_they_ask_twice()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var source = Substitute.For<IPriceSource>();
            source.PriceOf("tea", Arg.Any<CancellationToken>()).Returns(_ => After(TimeSpan.FromSeconds(1), 3.50m));
            await using var services = Services(source);
            var prices = services.GetRequiredService<HastyPrices>();

            await Task.WhenAll(Task.Run(() => prices.Of("tea")), Task.Run(() => prices.Of("tea")));

            await source.Received(1).PriceOf("tea", Arg.Any<CancellationToken>());
        });

        exploration.Failure.ShouldBe(FailureKind.Assertion);
        exploration.Message.ShouldContain("Expected to receive exactly 1 call matching");
    }

    [Test, Interleaved(Schedules = 50)]
    public async Task A_source_that_fails_twice_is_asked_again_after_two_seconds_each()
    {
        var source = Substitute.For<IPriceSource>();
        source.PriceOf("tea", Arg.Any<CancellationToken>()).Returns(_ => throw new IOException(), _ => throw new IOException(), _ => Task.FromResult(3.50m));
        await using var services = Services(source);

        await services.GetRequiredService<Prices>().Of("tea").ShouldTake(TimeSpan.FromSeconds(4));
    }

    [Test, Interleaved(Schedules = 50)]
    public async Task A_price_is_kept_for_five_minutes()
    {
        var source = Substitute.For<IPriceSource>();
        source.PriceOf("tea", Arg.Any<CancellationToken>()).Returns(Task.FromResult(3.50m), Task.FromResult(3.70m));
        await using var services = Services(source);
        var prices = services.GetRequiredService<Prices>();

        (await prices.Of("tea")).ShouldBe(3.50m);
        await Task.Delay(TimeSpan.FromMinutes(4));
        (await prices.Of("tea")).ShouldBe(3.50m);
        await Task.Delay(TimeSpan.FromMinutes(2));
        (await prices.Of("tea")).ShouldBe(3.70m);
    }

    private static ServiceProvider Services(IPriceSource source) => new ServiceCollection()
        .AddMemoryCache()
        .AddSingleton(source)
        .AddSingleton(new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 2, Delay = TimeSpan.FromSeconds(2) })
            .Build())
        .AddSingleton<Prices>()
        .AddSingleton<HastyPrices>()
        .BuildServiceProvider();

    private static async Task<decimal> After(TimeSpan delay, decimal price)
    {
        await Task.Delay(delay);
        return price;
    }
}
