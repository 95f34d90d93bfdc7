// Fault: offers that fail are left out of the page.
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
        Task<string> profile = BeginAsync(sources.ProfileAsync), orders = BeginAsync(sources.OrdersAsync), news = BeginAsync(sources.NewsAsync);
        var offers = BeginAsync(async () =>
        {
            var known = await profile;
            try
            {
                return await sources.OffersAsync(known);
            }
            catch (Exception)
            {
                return "";
            }
        });
        var layout = BeginAsync(() => Task.FromResult(sources.Layout()));
        await Task.WhenAll(profile, orders, news, offers, layout);
        return new Page(await layout, await profile, await orders, await news, await offers);
    }

    private static async Task<string> BeginAsync(Func<Task<string>> start) => await start();
}
