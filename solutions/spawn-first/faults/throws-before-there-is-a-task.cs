// Fault: a source that throws at once leaves those behind that were asked before it.
// Verdict: WrongAnswer
// Fails: none-left-behind
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
        var profile = sources.ProfileAsync();
        var orders = sources.OrdersAsync();
        var news = sources.NewsAsync();
        var offers = BeginAsync(async () => await sources.OffersAsync(await profile));
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        await Task.WhenAll(profile, orders, news, offers, layout);
        return new Page(await layout, await profile, await orders, await news, await offers);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
