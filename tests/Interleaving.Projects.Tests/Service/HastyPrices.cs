using Microsoft.Extensions.Caching.Memory;
using Polly;

namespace Interleaving.Projects.Tests.Service;

public sealed class HastyPrices(IPriceSource source, IMemoryCache cache, ResiliencePipeline pipeline)
{
    public async Task<decimal> Of(string product, CancellationToken cancellationToken = default)
    {
        if (cache.TryGetValue(product, out decimal known))
            return known;
        var price = await pipeline.ExecuteAsync(
            async token => await source.PriceOf(product, token), cancellationToken);
        return cache.Set(product, price, TimeSpan.FromMinutes(5));
    }
}
