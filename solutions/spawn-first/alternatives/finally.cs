// Alternative: a list of what was started, and a finally that waits for all of it, whatever happens.
namespace ConcurrencyKatas.SpawnFirst;

public interface ISources
{
    Task<string> ProfileAsync();

    Task<string> OrdersAsync();

    Task<string> NewsAsync();

    Task<string> OffersAsync(string profile);

    string Layout();
}

public sealed record Page(string Layout, string Profile, string Orders, string News, string Offers);

public static class Morning
{
    public static async Task<Page> BuildAsync(ISources sources)
    {
        var started = new List<Task>();
        try
        {
            var profile = Started(sources.ProfileAsync());
            var orders = Started(sources.OrdersAsync());
            var news = Started(sources.NewsAsync());
            var offers = Started(OffersAsync());
            var layout = sources.Layout();
            return new Page(layout, await profile, await orders, await news, await offers);

            async Task<string> OffersAsync() => await sources.OffersAsync(await profile);
        }
        finally
        {
            await Task.WhenAll(started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<string> Started(Task<string> task)
        {
            started.Add(task);
            return task;
        }
    }
}
