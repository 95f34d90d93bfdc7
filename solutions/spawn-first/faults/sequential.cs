// Fault: asks one after the other, the layout first: the sum.
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
        var layout = sources.Layout();
        var profile = await sources.ProfileAsync();
        var orders = await sources.OrdersAsync();
        var news = await sources.NewsAsync();
        return new Page(layout, profile, orders, news, await sources.OffersAsync(profile));
    }
}
