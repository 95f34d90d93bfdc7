// Fault: the layout is computed when two of three have been asked.
// Verdict: WrongAnswer
// Fails: starts-first, longest-chain
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
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync);
        var offers = BeginAsync(async () => await sources.OffersAsync(await profile));
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        var news = BeginAsync(sources.NewsAsync);
        await Task.WhenAll(profile, orders, news, offers, layout);
        return new Page(await layout, await profile, await orders, await news, await offers);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
