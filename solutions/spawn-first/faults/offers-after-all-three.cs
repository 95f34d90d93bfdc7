// Fault: WhenAll of the three before the offers: they wait for orders and news, which they do not need.
// Verdict: WrongAnswer
// Fails: longest-chain
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
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        var three = Task.WhenAll(profile, orders, news);
        await Task.WhenAll(three, layout);
        var offers = await sources.OffersAsync(await profile);
        return new Page(await layout, await profile, await orders, await news, offers);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
