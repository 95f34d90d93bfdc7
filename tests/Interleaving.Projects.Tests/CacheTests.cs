using Interleaving.NUnit;
using Microsoft.Extensions.Caching.Memory;

namespace Interleaving.Projects.Tests;

/// <summary>Microsoft.Extensions.Caching.Memory: safe for several threads call by call, and no further.</summary>
public sealed class CacheTests
{
    [Test, Interleaved]
    public async Task What_is_put_in_comes_out()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        var box = new Box();
        await Task.WhenAll(
            Task.Run(() =>
            {
                box.Value = 1;
                cache.Set("box", box);
            }),
            Task.Run(() =>
            {
                if (cache.TryGetValue("box", out Box? found))
                    found!.Value.ShouldBe(1);
            }));
    }

    [Test]
    public void A_counter_kept_in_a_cache_loses_counts()
    {
        var exploration = Explorer.Explore(async () =>
        {
            using var cache = new MemoryCache(new MemoryCacheOptions());
            cache.Set("n", 0);
            void Up() => cache.Set("n", cache.Get<int>("n") + 1);
            await Task.WhenAll(Task.Run(Up), Task.Run(Up));
            cache.Get<int>("n").ShouldBe(2);
        });
        exploration.Failure.ShouldBe(FailureKind.Assertion, exploration.Message);
    }

    [Test, Interleaved]
    public async Task An_entry_expires_in_virtual_time()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        cache.Set("n", 1, TimeSpan.FromMinutes(5));
        await Task.Delay(TimeSpan.FromMinutes(4));
        cache.TryGetValue("n", out _).ShouldBeTrue();
        await Task.Delay(TimeSpan.FromMinutes(2));
        cache.TryGetValue("n", out _).ShouldBeFalse();
    }

    private sealed class Box
    {
        public int Value { get; set; }
    }
}
