// Alternative: Task.WhenEach hands on what has ended, and the offers are started when it is the profile.
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
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync), news = BeginAsync(sources.NewsAsync);
        var layout = BeginAsync(() => Task.Run(sources.Layout));
        var offers = Task.FromResult("");
        await foreach (var ended in Task.WhenEach(profile, orders, news, layout))
        {
            if (ended == profile && ended.IsCompletedSuccessfully)
                offers = BeginAsync(() => sources.OffersAsync(ended.Result));
        }

        await Task.WhenAll(profile, orders, news, layout, offers);
        return new Page(layout.Result, profile.Result, orders.Result, news.Result, offers.Result);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
