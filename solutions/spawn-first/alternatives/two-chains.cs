// Alternative: WhenAll over two small chains, each a method of its own; the layout in between.
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
        var reader = ReaderAsync();
        var world = Task.WhenAll(Begin(sources.OrdersAsync), Begin(sources.NewsAsync));
        var layout = Begin(() => Task.FromResult(sources.Layout()));
        await Task.WhenAll(reader, world, layout);
        return new Page(layout.Result, reader.Result.Profile, world.Result[0], world.Result[1], reader.Result.Offers);

        async Task<(string Profile, string Offers)> ReaderAsync()
        {
            var profile = await sources.ProfileAsync();
            return (profile, await sources.OffersAsync(profile));
        }
    }

    private static Task<string> Begin(Func<Task<string>> start)
    {
        try
        {
            return start();
        }
        catch (Exception failure)
        {
            return Task.FromException<string>(failure);
        }
    }
}
