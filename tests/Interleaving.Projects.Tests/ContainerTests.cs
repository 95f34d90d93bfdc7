using Interleaving.NUnit;
using Microsoft.Extensions.DependencyInjection;

namespace Interleaving.Projects.Tests;

/// <summary>Microsoft.Extensions.DependencyInjection: factories run under locks of the container's.</summary>
public sealed class ContainerTests
{
    [Test, Interleaved]
    public Task A_singleton_is_made_once() => BothCount(new ServiceCollection().AddSingleton(_ => new Meter()));

    [Test]
    public void A_transient_in_its_place_is_found() =>
        Explorer.Explore(() => BothCount(new ServiceCollection().AddTransient(_ => new Meter()))).Failure.ShouldBe(FailureKind.Assertion);

    [Test]
    public void A_race_in_a_singleton_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            await using var provider = new ServiceCollection().AddSingleton<Tally>().BuildServiceProvider();
            await Task.WhenAll(
                Task.Run(() => provider.GetRequiredService<Tally>().Add()), Task.Run(() => provider.GetRequiredService<Tally>().Add()));
            provider.GetRequiredService<Tally>().Count.ShouldBe(2);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
        exploration.Message.ShouldContain("ContainerTests.cs:");
    }

    [Test]
    public void A_factory_that_waits_for_a_task_that_resolves_from_its_scope_is_a_deadlock()
    {
        var exploration = Explorer.Explore(() => Resolve(
            provider => new Client(Task.Run(provider.GetRequiredService<Settings>).GetAwaiter().GetResult())));
        exploration.Failure.ShouldBe(FailureKind.Deadlock, exploration.Message);
    }

    [Test, Interleaved]
    public void A_factory_that_resolves_by_itself_is_accepted() => Resolve(provider => new Client(provider.GetRequiredService<Settings>()));

    [Test, Interleaved]
    public async Task Scopes_of_two_tasks_have_services_of_their_own()
    {
        await using var provider = new ServiceCollection().AddScoped<Tally>().BuildServiceProvider();

        async Task Use()
        {
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tally>().Add();
            await Task.Yield();
            scope.ServiceProvider.GetRequiredService<Tally>().Add();
            scope.ServiceProvider.GetRequiredService<Tally>().Count.ShouldBe(2);
        }

        await Task.WhenAll(Task.Run(Use), Task.Run(Use));
    }

    private static void Resolve(Func<IServiceProvider, Client> factory)
    {
        using var services = new ServiceCollection().AddScoped<Settings>().AddScoped(factory).BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Client>().Patience.ShouldBe(30);
    }

    private static async Task BothCount(IServiceCollection services)
    {
        await using var provider = services.BuildServiceProvider();
        await Task.WhenAll(
            Task.Run(() => provider.GetRequiredService<Meter>().Add()), Task.Run(() => provider.GetRequiredService<Meter>().Add()));
        provider.GetRequiredService<Meter>().Count.ShouldBe(2);
    }

    private sealed class Meter
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public void Add() => Interlocked.Increment(ref count);
    }

    private sealed class Tally
    {
        public int Count { get; private set; }

        public void Add() => Count++;
    }

    private sealed class Settings
    {
        public int Patience { get; } = 30;
    }

    private sealed class Client(int patience)
    {
        public Client(Settings settings)
            : this(settings.Patience)
        {
        }

        public int Patience { get; } = patience;
    }
}
