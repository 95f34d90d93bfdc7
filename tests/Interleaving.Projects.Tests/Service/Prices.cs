using Microsoft.Extensions.Caching.Memory;
using Polly;

namespace Interleaving.Projects.Tests.Service;

public sealed class Prices(IPriceSource source, IMemoryCache cache, ResiliencePipeline pipeline) : IDisposable
{
    private readonly SemaphoreSlim _asking = new(1);

    public async Task<decimal> Of(string product, CancellationToken cancellationToken = default)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (cache.TryGetValue(product, out decimal known))
                return known;
            var price = await pipeline.ExecuteAsync(
                async token => await source.PriceOf(product, token), cancellationToken);
            return cache.Set(product, price, TimeSpan.FromMinutes(5));
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();
}
