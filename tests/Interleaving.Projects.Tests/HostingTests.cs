using Interleaving.NUnit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Interleaving.Projects.Tests;

/// <summary>Microsoft.Extensions.Hosting: a BackgroundService started and stopped as a host does.</summary>
public sealed class HostingTests
{
    [Test, Interleaved]
    public async Task A_background_service_works_until_it_is_stopped()
    {
        using var service = new Poller(guarded: true);
        await service.StartAsync(default);
        await Task.Delay(TimeSpan.FromSeconds(35));
        await service.StopAsync(default);
        service.Polls.ShouldBe(4);
    }

    [Test]
    public void A_counter_that_is_read_while_the_service_runs_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            using var service = new Poller(guarded: false);
            await service.StartAsync(default);
            service.Polls.ShouldBeLessThan(100);
            await service.StopAsync(default);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved(Schedules = 20)]
    public async Task A_hosted_service_resolved_from_a_container_starts_and_stops()
    {
        await using var provider = new ServiceCollection().AddSingleton<IHostedService>(_ => new Poller(guarded: true)).BuildServiceProvider();
        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(default);
            await service.StopAsync(default);
        }
    }

    private sealed class Poller(bool guarded) : BackgroundService
    {
        private readonly Lock gate = new();
        private int polls;

        public int Polls
        {
            get
            {
                if (!guarded)
                    return polls;
                lock (gate)
                    return polls;
            }
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            while (!stoppingToken.IsCancellationRequested)
            {
                if (guarded)
                {
                    lock (gate)
                        polls++;
                }
                else
                {
                    polls++;
                }

                await Task.Delay(TimeSpan.FromSeconds(10), stoppingToken);
            }
        }
    }
}
